"""Coding by people without the machine's answer: a blind sample of sentences, and how well two coders agree.

layout  what a coding sheet holds           draw   which sentences are drawn
sheet   sentences → sheet                   coded  filled sheet → events by sentence
pair    which two events are meant alike    alpha  agreement with its interval
agree   two coders side by side
"""
