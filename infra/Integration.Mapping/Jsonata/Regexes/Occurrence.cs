using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Regexes;

/// <summary>One match: from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal sealed record Occurrence(string Text, int Start, int End, ArrayValue Groups)
{
    public ObjectValue AsObject() => new()
    {
        ["match"] = Text,
        ["index"] = (decimal)Start,
        ["groups"] = Groups,
    };
}
