using System.Collections.Frozen;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions.Names;

/// <summary>A person's name in parts; parts that it does not have are empty.</summary>
internal sealed record PersonName(string Title, string First, string Last, string Suffix)
{
    private static readonly NameWords Words = EmbeddedJson.Read<NameWords>("name-words.json");
    private static readonly FrozenSet<string> Titles = Set(Words.Titles);
    private static readonly FrozenSet<string> Suffixes = Set(Words.Suffixes);
    private static readonly FrozenSet<string> Particles = Set(Words.Particles);
    private static readonly FrozenSet<string> Attached = Set(Words.Attached);
    private static readonly FrozenSet<string> SecondGivenNames = Set(Words.SecondGivenNames);

    /// <summary>Splits a whole name.</summary>
    public static PersonName Split(string text, NameRule rule)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && text[(comma + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } behind && !behind.All(word => Suffixes.Contains(word.TrimEnd(','))))
            return OfCommaForm(text[..comma], text[(comma + 1)..]);
        if (EastAsianName.TrySplit(text, rule, Words.CompoundFamilyNames, out var family, out var given))
            return Named(string.Empty, given, family, string.Empty, rule);

        var words = text.Replace(",", " ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var begin = EndOfTitles(words);
        var end = BeginOfSuffixes(words, begin);
        var middle = words[begin..end];
        var cut = CutOf(middle, rule);
        var isFamilyFirst = IsFamilyFirst(rule);
        var (front, back) = (Joined(middle[..cut]), Joined(middle[cut..]));
        return Named(Joined(words[..begin]), isFamilyFirst ? back : front, isFamilyFirst ? front : back, Joined(words[end..]), rule);
    }

    private static PersonName OfCommaForm(string last, string behind)
    {
        var words = behind.Replace(",", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var begin = EndOfTitles(words);
        var end = BeginOfSuffixes(words, begin);
        return new PersonName(Joined(words[..begin]), Joined(words[begin..end]), last.Trim(), Joined(words[end..]));
    }

    private static PersonName Named(string title, string first, string last, string suffix, NameRule rule)
    {
        if (first.Length == 0 && rule.SingleIsFirst)
            (first, last) = (last, first);
        return new PersonName(title, first, last, suffix);
    }

    private static bool IsFamilyFirst(NameRule rule) =>
        rule.Order == NameOrder.FamilyFirst || (rule.Order == NameOrder.Auto && rule.Country is not null && Words.FamilyFirst.Contains(rule.Country));

    /// <summary>At least one word is left for the name.</summary>
    private static int EndOfTitles(string[] words)
    {
        var end = 0;
        while (end < words.Length - 1 && Titles.Contains(words[end]))
            end++;
        return end;
    }

    private static int BeginOfSuffixes(string[] words, int least)
    {
        var begin = words.Length;
        while (begin > least + 1 && Suffixes.Contains(words[begin - 1]))
            begin--;
        return begin;
    }

    /// <summary>Where the second of the two names begins; 0 for a single name, which is then the second.</summary>
    private static int CutOf(string[] words, NameRule rule)
    {
        if (words.Length < 2)
            return IsFamilyFirst(rule) ? words.Length : 0;
        if (IsFamilyFirst(rule))
            return FrontCut(words, rule.FamilyNames ?? 1);
        var cut = words.Length;
        for (var count = rule.FamilyNames ?? UsualFamilyNames(words, rule.Country); count > 0 && cut > 1; count--)
        {
            cut--;
            while (cut > 1 && (Attached.Contains(words[cut]) || Particles.Contains(words[cut - 1])))
                cut--;
        }

        return cut;
    }

    private static int FrontCut(string[] words, int count)
    {
        var cut = 0;
        for (; count > 0 && cut < words.Length - 1; count--)
        {
            while (cut < words.Length - 2 && Particles.Contains(words[cut]))
                cut++;
            cut++;
        }

        return cut;
    }

    private static int UsualFamilyNames(string[] words, string? country)
    {
        if (country is null || !Words.TwoFamilyNames.Contains(country))
            return 1;
        var names = words.Where(word => !Particles.Contains(word)).ToList();
        return names.Count > 3 || (names.Count == 3 && !SecondGivenNames.Contains(names[1])) ? 2 : 1;
    }

    private static string Joined(string[] words) => string.Join(' ', words);

    private static FrozenSet<string> Set(IReadOnlyList<string> words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
