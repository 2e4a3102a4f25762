"""The statutory tables on screen: model, view, merged headers, editor, clipboard."""
