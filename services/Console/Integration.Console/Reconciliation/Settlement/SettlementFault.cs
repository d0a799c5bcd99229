namespace Integration.Console.Reconciliation.Settlement;

/// <summary>What is wrong with a settlement file, where, and what to write instead. Stays within this folder: the file's answer is a value.</summary>
internal sealed class SettlementFault(int line, string column, string what, string fix)
    : Exception($"Line {line}{(column.Length > 0 ? $", column {column}" : "")}: {what} {fix}");
