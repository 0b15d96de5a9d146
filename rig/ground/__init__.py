"""The proving ground of the seated test: three parts that share no body, clothes or room."""
