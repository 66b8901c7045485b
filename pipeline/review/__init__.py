"""Review by people: events as a sheet to fill, and a filled sheet as corrections.

layout     what the sheet holds                     priority  which rows come first
context    the sentences around a sentence          book      an .xlsx with drop-downs, safe from formulas
write      events → sheet                           filled    sheet → rows, each cell checked
decide     rows → corrections                       record    corrections → corrections.csv
"""
