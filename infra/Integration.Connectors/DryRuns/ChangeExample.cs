namespace Integration.Connectors.DryRuns;

/// <summary>One value that changes.</summary>
/// <param name="Number">The order's number.</param>
/// <param name="Place">Where in its document.</param>
/// <param name="Before">The present value as JSON, or null when there is none.</param>
/// <param name="After">The value that it would have, or null when there would be none.</param>
public sealed record ChangeExample(string Number, string Place, string? Before, string? After);
