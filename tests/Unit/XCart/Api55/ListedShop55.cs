using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Integration.Tests.Unit.XCart.Protocol;

namespace Integration.Tests.Unit.XCart.Api55;

/// <summary>A shop of 5.5 whose orders change between the pages that are read; rows with equal stamps come in a different order each time.</summary>
internal sealed partial class ListedShop55(int seed)
{
    private readonly Random _random = new(seed);

    public Dictionary<long, Row> Orders { get; } = [];

    /// <summary>Whether <c>lastRenewDate[after]</c> is known, which 5.5.0.29 silently ignores.</summary>
    public bool Filters { get; init; }

    /// <summary>Whether the second of two orderings counts.</summary>
    public bool OrdersByBoth { get; init; } = true;

    /// <summary>The most rows that it gives on a page.</summary>
    public int Limit { get; init; } = 100;

    public Action<ListedShop55>? BetweenPages { get; set; }

    public int Pages { get; private set; }

    public int RowsSent { get; private set; }

    public HttpResponseMessage Answer(ScriptedShop.Asked asked)
    {
        if (Pages++ > 0) BetweenPages?.Invoke(this);
        var page = Number(asked.Target, "page");
        var size = Math.Min(Number(asked.Target, "itemsPerPage"), Limit);
        var after = Filters && After().Match(asked.Target) is { Success: true } match
            ? DateTimeOffset.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture).ToUnixTimeSeconds()
            : long.MinValue;
        var rows = Orders.Where(order => order.Value.ChangedAt >= after)
            .OrderByDescending(order => order.Value.ChangedAt).ThenByDescending(order => OrdersByBoth ? order.Value.PlacedAt : 0).ThenBy(_ => _random.Next())
            .Skip((page - 1) * size).Take(size).ToList();
        RowsSent += rows.Count;
        return ScriptedShop.Json(JsonSerializer.Serialize(rows.Select(order => new
        {
            id = order.Key, order_number = order.Value.Number, create_date = Moment(order.Value.PlacedAt), update_date = Moment(order.Value.ChangedAt),
        })));
    }

    private static string Moment(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);

    private static int Number(string target, string name) => int.Parse(Regex.Match(target, $@"[?&]{name}=(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"lastRenewDate\[after\]=([^&]+)")]
    private static partial Regex After();

    internal sealed record Row(string? Number, long ChangedAt, long PlacedAt);
}
