using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>The <c>Prefer</c> header.</summary>
/// <param name="ReturnsRecord"><c>return=representation</c>.</param>
/// <param name="PageSize"><c>odata.maxpagesize</c>; null when it was not given.</param>
/// <param name="TracksChanges"><c>odata.track-changes</c>.</param>
/// <param name="ContinuesOnError"><c>odata.continue-on-error</c>, for batches.</param>
/// <param name="Annotations">Patterns of <c>odata.include-annotations</c>.</param>
internal sealed record Preferences(bool ReturnsRecord, int? PageSize, bool TracksChanges, bool ContinuesOnError, IReadOnlyList<string> Annotations)
{
    /// <summary>Most records of a page, and what a page has when nothing is said.</summary>
    public const int LargestPage = 5000;

    public bool Wants(string annotation) => Annotations.Any(pattern =>
        pattern == "*" || pattern == annotation || (pattern.EndsWith('*') && annotation.StartsWith(pattern[..^1], StringComparison.Ordinal)));

    public static Preferences Read(IHeaderDictionary headers)
    {
        var (returns, tracks, continues, size, annotations) = (false, false, false, (int?)null, new List<string>());
        foreach (var preference in Cut(headers["Prefer"].ToString()))
        {
            var (name, value) = preference.Split('=', 2) is [var left, var right] ? (left.Trim(), right.Trim().Trim('"')) : (preference.Trim(), "");
            switch (name.ToLowerInvariant())
            {
                case "return":
                    returns = value == "representation";
                    break;
                case "odata.maxpagesize" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0:
                    size = Math.Min(rows, LargestPage);
                    break;
                case "odata.track-changes":
                    tracks = true;
                    break;
                case "odata.continue-on-error":
                    continues = value != "false";
                    break;
                case "odata.include-annotations":
                    annotations.AddRange(value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                    break;
            }
        }

        return new Preferences(returns, size, tracks, continues, annotations);
    }

    // Annotation names are a list of their own inside quotes.
    private static IEnumerable<string> Cut(string header)
    {
        var (start, isQuoted) = (0, false);
        for (var at = 0; at < header.Length; at++)
        {
            isQuoted ^= header[at] == '"';
            if (header[at] == ',' && !isQuoted)
            {
                yield return header[start..at];
                start = at + 1;
            }
        }

        if (start < header.Length)
        {
            yield return header[start..];
        }
    }
}
