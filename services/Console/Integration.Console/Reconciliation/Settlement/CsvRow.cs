namespace Integration.Console.Reconciliation.Settlement;

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Fields">Its fields, unquoted.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Fields);
