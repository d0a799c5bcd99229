namespace Integration.Mapping.Conversions;

/// <summary>A code has no counterpart. The code may be shown; nothing else of the record is in here.</summary>
/// <param name="table">The table that lacks it, or null for a list within the document.</param>
/// <param name="code">The code.</param>
internal sealed class UnmappedCodeException(string? table, string code) : Exception($"no counterpart of '{code}'")
{
    public string? Table => table;

    public string Code => code;
}
