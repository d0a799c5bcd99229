using System.Globalization;

namespace Integration.Connectors.Backfills;

/// <summary>Cursors of lists whose pages have numbers, from 1.</summary>
internal static class NumberedPages
{
    /// <summary>The page that the cursor means; the first one for a cursor that nobody wrote.</summary>
    public static int Of(string? cursor) => int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    /// <summary>The cursor of the page after this one; null after the last.</summary>
    public static string? After(int page, bool last) => last ? null : (page + 1).ToString(CultureInfo.InvariantCulture);
}
