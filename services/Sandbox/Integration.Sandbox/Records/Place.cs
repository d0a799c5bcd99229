namespace Integration.Sandbox.Records;

/// <summary>Where rows lie.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Company">Company whose rows these are; empty for rows that all share.</param>
internal readonly record struct Place(string Table, string Company = "")
{
    public static implicit operator Place(string table) => new(table);
}
