using System.Text.RegularExpressions;

namespace Integration.Connectors.Privacy;

/// <summary>
/// The personal values of the record that is being written. Outside systems repeat in their errors what they were sent; while this scope is open, whatever
/// is told of their answers (logs, traces, timelines, attention) is told without these values. Scopes nest; the inner one counts.
/// </summary>
public sealed class Discretion : IDisposable
{
    private const string Mask = "***";
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly AsyncLocal<Discretion?> Current = new();

    private readonly Discretion? _outer;
    private readonly List<string> _values;

    private Discretion(Discretion? outer, IEnumerable<string> values) =>
        (_outer, _values) = (outer, [.. values.Select(value => value.Trim()).Where(IsTelling).Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)]);

    /// <summary>Opens a scope in this asynchronous flow; dispose it to close.</summary>
    public static Discretion Begin(IEnumerable<string> values) => Current.Value = new Discretion(Current.Value, values);

    /// <summary>The text without the values of the open scope; whole words only.</summary>
    public static string Apply(string text) => Current.Value is { _values.Count: > 0 } open && text.Length > 0 ? open.Masked(text) : text;

    /// <inheritdoc />
    public void Dispose() => Current.Value = _outer;

    // Short numbers are house numbers and postal codes, which are order numbers, too.
    private static bool IsTelling(string value) => value.Length >= 2 && (value.Any(char.IsLetter) || value.Count(char.IsAsciiDigit) >= 7);

    private string Masked(string text)
    {
        try
        {
            return _values.Aggregate(text, (shown, value) => Hide(Hide(shown, value), Uri.EscapeDataString(value)));
        }
        catch (RegexMatchTimeoutException)
        {
            return Mask;
        }
    }

    // Names that are words, too (Will, May), are hidden only as they are written.
    private static string Hide(string text, string value) => !text.Contains(value, StringComparison.OrdinalIgnoreCase)
        ? text
        : Regex.Replace(text, $@"(?<!\w){Regex.Escape(value)}(?!\w)", Mask, value.Length < 5 ? RegexOptions.CultureInvariant : RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience);
}
