"""The least a PySide6 program can do for the same view: a window with a 28×10 table, timed to its first picture."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

application = QApplication(sys.argv)
window = QMainWindow()
table = QTableWidget(28, 10)
for row in range(28):
    for column in range(10):
        table.setItem(row, column, QTableWidgetItem(str(row * column)))
window.setCentralWidget(table)
window.resize(1280, 720)
window.show()
application.processEvents()
window.grab()
