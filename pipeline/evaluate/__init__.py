"""The machine against people: a hand-coded file beside the published events of the same articles.

gold     the coded file, each row checked          predicted  what the machine has of an article
naming   when two names mean the same              score      pairs, figures, misses and false rows
tell     the figures in words
"""
