namespace Integration.Tests.Chaos.Security;

/// <summary>A value that is known here and must not turn up where it has no business.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value, found nowhere else.</param>
/// <param name="Kind">What kind of thing it is.</param>
internal sealed record Canary(string Name, string Value, CanaryKind Kind)
{
    /// <summary>Ways in which it may be written.</summary>
    public IEnumerable<string> Forms => new[] { Value, Uri.EscapeDataString(Value), Value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), Base64 }
        .Where(form => form.Length >= 5).Distinct(StringComparer.Ordinal);

    // Without what depends on the bytes that come after it.
    private string Base64 => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Value))[..^4];

    /// <summary>Whether a text holds it.</summary>
    public bool IsIn(string text) => Forms.Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));
}
