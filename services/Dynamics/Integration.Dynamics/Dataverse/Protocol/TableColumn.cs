namespace Integration.Dynamics.Dataverse.Protocol;

/// <summary>One column of a table.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Length">Most characters of a text, else null.</param>
/// <param name="Options">Values of a choice; empty where they are not known.</param>
/// <param name="ReadOnly">True when it is never written.</param>
internal sealed record TableColumn(ColumnType Type, int? Length, IReadOnlyList<int> Options, bool ReadOnly);
