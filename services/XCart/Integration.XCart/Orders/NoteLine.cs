namespace Integration.XCart.Orders;

/// <summary>A line of its own in an order's staff notes.</summary>
internal static class NoteLine
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <summary>Why the text cannot be noted, or null.</summary>
    public static string? Fault(string line) =>
        string.IsNullOrWhiteSpace(line) || line.IndexOfAny(LineEnds) >= 0 ? "The note is empty or has several lines." : null;

    /// <summary>True when the notes hold it.</summary>
    public static bool IsIn(string? notes, string line) =>
        (notes ?? "").Split(LineEnds).Any(held => string.Equals(held.Trim(), line.Trim(), StringComparison.Ordinal));

    /// <summary>The notes with the line below.</summary>
    public static string Below(string? notes, string line) =>
        string.IsNullOrWhiteSpace(notes) ? line.Trim() : $"{notes.TrimEnd(LineEnds)}\n{line.Trim()}";
}
