using System.Buffers;

namespace Platform.Companions;

/// <summary>All that the words of a text tell, before it is narrowed to an <see cref="Appraisal"/>.</summary>
/// <param name="Appraisal">The narrowed reading.</param>
/// <param name="Mood">How the writer is, whoever it is about: from -1 to 1.</param>
/// <param name="Cues">Every cue found.</param>
/// <param name="Words">How many words there are.</param>
/// <param name="Known">How many of them are in the lexicon; few of many means another language.</param>
internal readonly record struct Reading(Appraisal Appraisal, double Mood, Cue Cues, int Words, int Known)
{
    /// <summary>How many words one "not" reaches.</summary>
    private const int NegationReach = 4;

    /// <summary>How many words after a verdict may name whom it is about: "love how <em>you</em>…".</summary>
    private const int AimReach = 3;

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!\n。！…");

    public bool Has(Cue cue) => (Cues & cue) != 0;

    public static Reading Of(in Tokens tokens)
    {
        var sums = new Sums();
        for (var i = 0; i < tokens.Count;)
        {
            var length = 1;
            switch (tokens[i].Kind)
            {
                case TokenKind.Word:
                    sums.Word(tokens, i, Lexicon.Find(tokens, i, out length), length);
                    break;
                case TokenKind.Emoji:
                    sums.Sign(Lexicon.FindSign(tokens.Text(i)));
                    break;
                default:
                    sums.Mark(tokens.Text(i));
                    break;
            }
            i += length;
        }
        sums.EndSentence();
        return sums.Total(tokens);
    }

    /// <summary>What has been read so far. One sentence is settled at a time.</summary>
    private struct Sums
    {
        private double _kindness, _mood, _calm, _rivalry, _boost;
        private double _toward, _judged, _felt, _insulted, _praised;
        private int _words, _known, _caps, _stretched, _exclamations, _sentenceWords, _negated;
        private bool _you, _someone, _question, _opensAsQuestion, _asked, _ordered;
        private Cue _cues, _subject, _sentence;

        public Sums()
        {
            _calm = 1;
            _boost = 1;
        }

        public void Word(in Tokens tokens, int index, Entry entry, int length)
        {
            _words += length;
            _sentenceWords += length;
            _known += entry == default ? 0 : length;
            _caps += tokens[index].Caps && tokens[index].Length > 2 ? 1 : 0;
            _stretched += tokens[index].Stretched ? 1 : 0;
            var negated = _negated > 0;
            _negated -= negated ? 1 : 0;
            // A thing, a person, or a word nobody knows: then a verdict may well be about that.
            _someone |= entry == default || entry.Has(Cue.Me | Cue.Other) || tokens.Key(index) is "the";
            _sentence |= entry.Cues;
            FollowSubject(tokens, index, entry);
            Order(entry, length, first: _sentenceWords == length);

            if (entry.Mood != 0)
                Weigh(entry, negated, Aimed(tokens, index, length));
            if (entry.Gravity > 0)
                _calm *= 1 - (entry.Gravity * (negated && !entry.Has(Cue.Danger | Cue.Emergency) ? 0.5 : 1));
            _rivalry = 1 - ((1 - _rivalry) * (1 - entry.Rivalry));

            if (entry.Has(Cue.Negates))
                _negated = NegationReach;
            _boost = entry.Has(Cue.Boosts) ? Math.Min(_boost * 1.35, 2) : entry.Has(Cue.Softens) ? 0.6 : entry.Mood != 0 ? 1 : _boost;
            if (tokens.Key(index) is "but")
                (_negated, _boost) = (0, 1);
        }

        public void Sign(Entry entry)
        {
            _sentence |= entry.Cues;
            _felt += entry.Mood * 0.8;
            _kindness += entry.Has(Cue.Judges) ? entry.Mood * 0.45 : 0;
            _calm *= 1 - entry.Gravity;
            _exclamations += entry.Has(Cue.Lively) ? 1 : 0;
            _negated = 0;
        }

        public void Mark(ReadOnlySpan<char> mark)
        {
            _negated = 0;
            _boost = 1;
            _exclamations += mark.Count('!') + mark.Count('！');
            _question = mark.ContainsAny('?', '？', '؟');
            if (_question || mark.ContainsAny(Stops))
                EndSentence();
        }

        public void EndSentence()
        {
            _asked |= _question || (_sentence & (Cue.Asks | Cue.Helper | Cue.AsksHer)) != 0 && _opensAsQuestion;
            _you |= (_question || _opensAsQuestion) && (_sentence & (Cue.You | Cue.AsksHer)) != 0 || (_sentence & Cue.AsksHer) != 0;
            // "Lovely!" and "so stupid" name nobody, and so mean whoever reads them.
            var ambient = !_someone && !_ordered && _sentenceWords <= 5;
            var toward = _toward + (ambient ? _judged : 0);
            _insulted = Math.Min(_insulted, toward);
            _praised = _question ? _praised : Math.Max(_praised, toward);
            _kindness += (_question && toward > 0 ? toward * 0.5 : toward) + ((ambient ? 0 : _judged) + _felt) * 0.3;
            _mood += _toward + (_judged * 0.5) + _felt;
            _cues |= _sentence;
            (_toward, _judged, _felt, _sentenceWords, _negated, _boost) = (0, 0, 0, 0, 0, 1);
            (_question, _opensAsQuestion, _someone, _sentence, _subject) = (false, false, false, Cue.None, Cue.None);
        }

        /// <summary>"my" and "his" change the subject only where a clause can begin: "you are my friend" stays about "you".</summary>
        private void FollowSubject(in Tokens tokens, int index, Entry entry)
        {
            var who = entry.Cues & (Cue.You | Cue.Me | Cue.Other);
            if (who == Cue.None)
                return;
            if (tokens.Key(index) is "my" or "his" or "her" or "our" or "their" or "me" or "us" or "them" or "him" && _subject != Cue.None
                && tokens.IsWord(index - 1) && tokens.Key(index - 1) is not ("and" or "but" or "because"))
            {
                return;
            }
            _subject = who;
        }

        /// <summary>A question without its mark: "how are you", "do you like tea".</summary>
        private void Order(Entry entry, int length, bool first)
        {
            // "Play me a song" orders; "I play the piano" tells.
            _ordered |= entry.Has(Cue.Orders) && _sentenceWords <= length + 2 && (_subject != Cue.Me || length > 1);
            if (first)
                _opensAsQuestion = entry.Has(Cue.AsksHer) || entry.Has(Cue.Helper);
            else if (_sentenceWords == 2)
                _opensAsQuestion = IsQuestionSoFar(entry);
        }

        private readonly bool IsQuestionSoFar(Entry second) => _opensAsQuestion
            ? second.Has(Cue.You | Cue.Me | Cue.Other | Cue.AsksHer)
            : ((_sentence & Cue.Asks) != 0 && second.Has(Cue.Helper)) || second.Has(Cue.AsksHer);

        private readonly bool Aimed(in Tokens tokens, int index, int length)
        {
            if (_subject == Cue.You)
                return true;
            for (var i = index; i < index + length + AimReach && tokens.IsWord(i); i++)
            {
                if (Lexicon.Find(tokens.Key(i)).Has(Cue.You))
                    return true;
            }
            return false;
        }

        private void Weigh(Entry entry, bool negated, bool aimed)
        {
            // "Not kind" is unkind, while "not cruel" is only faintly kind.
            var turn = !negated ? 1 : entry.Mood > 0 ? -0.75 : -0.4;
            var mood = Math.Clamp(entry.Mood * _boost, -1.5, 1.5) * turn;
            if (!entry.Has(Cue.Judges))
                _felt += mood;
            else if (aimed)
                _toward += mood;
            else
                _judged += mood;
        }

        public readonly Reading Total(in Tokens tokens)
        {
            var gravity = 1 - _calm;
            if ((_cues & Cue.Laughs) != 0 && (_cues & (Cue.Danger | Cue.Emergency)) == 0)
                gravity *= 0.4;
            var appraisal = new Appraisal(
                Math.Clamp(Math.Tanh(_kindness * 1.1), -1, 1), Energy(), Math.Clamp(gravity, 0, 1), Math.Clamp(_rivalry, 0, 1), Intent(tokens));
            return new(appraisal, Math.Tanh(_mood), _cues, _words, _known);
        }

        private readonly double Energy()
        {
            if (_words + _exclamations == 0)
                return 0;
            var shouting = _words > 0 ? (double)_caps / _words : 0;
            var energy = 0.15 + (0.15 * Math.Min(_exclamations, 4)) + (_caps > 1 || shouting > 0.5 ? 0.45 * shouting : 0)
                + (0.12 * Math.Min(_stretched, 2)) + (0.2 * Math.Min(Math.Abs(_mood), 1.5)) + ((_cues & Cue.Lively) != 0 ? 0.15 : 0);
            return Math.Clamp(energy, 0, 1);
        }

        /// <summary>The first that fits. What aims at her comes first; a greeting is one only when nothing else is asked or told.</summary>
        private readonly Intent Intent(in Tokens tokens)
        {
            var has = _cues;
            if (_insulted <= -0.29)
                return Companions.Intent.Insult;
            if (_asked && _you && !(_ordered && (has & Cue.AsksHer) == 0) || (_you && (has & Cue.AsksHer) != 0))
                return Companions.Intent.QuestionAboutCompanion;
            if ((has & Cue.Sorry) != 0 && _kindness > -0.5)
                return Companions.Intent.Apology;
            if ((has & Cue.Thanks) != 0)
                return Companions.Intent.Thanks;
            if ((has & Cue.Parts) != 0 && _words <= 20)
                return Companions.Intent.Farewell;
            if (_praised >= 0.4)
                return Companions.Intent.Compliment;
            if (_ordered)
                return Companions.Intent.Request;
            if (_asked)
                return Companions.Intent.Question;
            return (has & Cue.Greets) != 0 && _words <= 5 && tokens.Count > 0 ? Companions.Intent.Greeting : Companions.Intent.Statement;
        }
    }
}
