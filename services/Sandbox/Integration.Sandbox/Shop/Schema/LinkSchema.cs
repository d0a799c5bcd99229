namespace Integration.Sandbox.Shop.Schema;

/// <summary>One association of an entity.</summary>
/// <param name="Name">Property name in the default schema.</param>
/// <param name="Kind">How it is kept.</param>
/// <param name="Entity">The other entity, for <see cref="LinkKind.One"/>, <see cref="LinkKind.Many"/> and <see cref="LinkKind.Refs"/>.</param>
/// <param name="Columns">The columns shown, for <see cref="LinkKind.Rows"/>.</param>
internal sealed record LinkSchema(string Name, LinkKind Kind, string Entity, IReadOnlyList<string> Columns)
{
    public static LinkSchema Parse(string name, string text) => text.Split(' ') switch
    {
        ["[]"] => new LinkSchema(name, LinkKind.EmptyList, "", []),
        ["null"] => new LinkSchema(name, LinkKind.Null, "", []),
        ["one", var entity] => new LinkSchema(name, LinkKind.One, entity, []),
        ["many", var entity] => new LinkSchema(name, LinkKind.Many, entity, []),
        ["refs", var entity] => new LinkSchema(name, LinkKind.Refs, entity, []),
        ["rows", var columns] => new LinkSchema(name, LinkKind.Rows, "", columns.Split(',')),
        _ => throw new FormatException($"Link {name} has the unknown form \"{text}\"."),
    };
}
