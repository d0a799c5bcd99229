using Integration.Console.Retries;

namespace Integration.Console.Attention;

internal sealed class AttentionGroupRow
{
    public string Pair { get; init; } = "";
    public string Class { get; init; } = "";
    public string Lookup { get; init; } = "";
    public string Code { get; init; } = "";
    public string Document { get; init; } = "";
    public int Version { get; init; }
    public string Rule { get; init; } = "";
    public long Entries { get; init; }
    public long Open { get; init; }

    public AttentionGroup ToGroup() => new(
        new RetryFilter
        {
            Pair = Given(Pair), Class = Class, Table = Given(Lookup), Code = Given(Code), Document = Given(Document), Version = Version == 0 ? null : Version, Rule = Given(Rule),
        },
        Entries, Open);

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
