"""How far readings are from the truth, on recordings whose truth is known. Development only."""
