using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.Sweeps;

/// <summary>A table whose changes are listed.</summary>
/// <param name="Set">The set.</param>
/// <param name="Key">Its id column.</param>
/// <param name="Id">Which record a row says to look at: itself, or the one that it is a part of. Empty for none.</param>
internal sealed record SweptTable(string Set, string Key, Func<DataverseRecord, string> Id)
{
    /// <summary>Columns that <see cref="Id"/> reads beside the key.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Which rows, as a filter; null for all.</summary>
    public string? Only { get; init; }
}
