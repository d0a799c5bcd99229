using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Regexes;

/// <summary>The matches of a string: of a substring, a regular expression, or a matcher function of the expression's own.</summary>
internal static class Occurrences
{
    public static IEnumerable<Occurrence> Of(string text, object? pattern, Frame frame) => pattern switch
    {
        string part => OfText(text, part, frame.Run),
        RegexFunction regex => OfRegex(text, regex, frame.Run),
        Function matcher => OfMatcher(text, matcher, frame),
        _ => throw new JsonataException("T1010"),
    };

    private static IEnumerable<Occurrence> OfText(string text, string part, Run run)
    {
        run.StepSearch(text, part);
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
        {
            run.Step();
            yield return new Occurrence(part, at, at + part.Length, new ArrayValue(0));
        }
    }

    private static IEnumerable<Occurrence> OfRegex(string text, RegexFunction regex, Run run)
    {
        for (var match = regex.First(text); match.Success; match = RegexFunction.Next(match))
        {
            run.Step();
            if (match.Length == 0)
                throw new JsonataException("D1004");
            yield return new Occurrence(match.Value, match.Index, match.Index + match.Length, RegexFunction.GroupsOf(match));
        }
    }

    private static IEnumerable<Occurrence> OfMatcher(string text, Function matcher, Frame frame)
    {
        var match = Calls.Apply(matcher, [text], null, frame);
        while (match is not null)
        {
            if (match is not ObjectValue found || found["start"] is not decimal start || found["end"] is not decimal end
                || found["groups"] is not ArrayValue groups || found["next"] is not Function next)
                throw new JsonataException("T1010");
            yield return new Occurrence(found["match"] as string ?? string.Empty, (int)start, (int)end, groups);
            match = Calls.Apply(next, [], null, frame);
        }
    }
}
