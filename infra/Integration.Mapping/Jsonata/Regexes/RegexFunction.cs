using System.Text.RegularExpressions;
using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Regexes;

/// <summary>A regular expression as the function it is in JSONata: from a string to its first match, which knows the next.</summary>
internal sealed class RegexFunction(Regex regex) : Function
{
    public override int Arity => 1;

    public override object? Invoke(object?[] arguments, object? context, Frame frame) =>
        arguments.Length > 0 && arguments[0] is string text ? Describe(First(text), text) : null;

    public Match First(string text) => Guarded(() => regex.Match(text));

    public static Match Next(Match match) => Guarded(match.NextMatch);

    public static ArrayValue GroupsOf(Match match)
    {
        var groups = new ArrayValue(match.Groups.Count);
        for (var i = 1; i < match.Groups.Count; i++)
            groups.Add(match.Groups[i].Success ? match.Groups[i].Value : NullValue.Instance);
        return groups;
    }

    private static ObjectValue? Describe(Match match, string text)
    {
        if (!match.Success)
            return null;
        if (match.Length == 0)
            throw new JsonataException("D1004");
        return new ObjectValue
        {
            ["match"] = match.Value,
            ["start"] = (decimal)match.Index,
            ["end"] = (decimal)(match.Index + match.Length),
            ["groups"] = GroupsOf(match),
            ["next"] = new NextMatch(match, text),
        };
    }

    private static Match Guarded(Func<Match> match)
    {
        try
        {
            return match();
        }
        catch (RegexMatchTimeoutException)
        {
            throw new JsonataException("U1001");
        }
    }

    private sealed class NextMatch(Match match, string text) : Function
    {
        public override int Arity => 0;

        public override object? Invoke(object?[] arguments, object? context, Frame frame) => Describe(Next(match), text);
    }
}
