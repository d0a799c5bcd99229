namespace Integration.Sandbox.Acumatica.Schema;

/// <summary>An entity with an address of its own.</summary>
/// <param name="Name">Name in the address.</param>
/// <param name="Keys">Key fields in the order of the address; none for an inquiry.</param>
/// <param name="Actions">Its actions with the schema of their parameters.</param>
/// <param name="IsInternal">True for a table of the stand-in's own, which has no address.</param>
internal sealed record TopLevelEntity(
    string Name, IReadOnlyList<string> Keys, IReadOnlyDictionary<string, EntitySchema> Actions, bool IsInternal = false);
