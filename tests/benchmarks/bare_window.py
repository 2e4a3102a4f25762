"""The least PySide6 needs for the same view, a window with a 28×10 table; prints the moment of its picture."""

import sys
import time

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
print(time.time())
