using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Integration.Tests.Unit.XCart.Protocol;

namespace Integration.Tests.Unit.XCart.Sweeping;

/// <summary>A shop whose orders change between the pages that are read; rows of one second come in a different order each time.</summary>
internal sealed partial class ListedShop
{
    private readonly Random _random;

    public ListedShop(int seed) => _random = new Random(seed);

    public Dictionary<long, Row> Orders { get; } = [];

    public Action<ListedShop>? BetweenPages { get; set; }

    public int Pages { get; private set; }

    public HttpResponseMessage Answer(ScriptedShop.Asked asked)
    {
        if (Pages++ > 0) BetweenPages?.Invoke(this);
        var limits = Limits().Matches(asked.Target).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        var rows = Orders.OrderByDescending(order => order.Value.ChangedAt).ThenBy(_ => _random.Next()).Skip(limits[0]).Take(limits[1]);
        return ScriptedShop.Json(JsonSerializer.Serialize(rows.Select(order => new
        {
            order_id = order.Key, orderNumber = order.Value.Number, date = 1, lastRenewDate = order.Value.ChangedAt,
        })));
    }

    [GeneratedRegex(@"_cnd\[limit\]\[\d\]=(\d+)")]
    private static partial Regex Limits();

    internal sealed record Row(string? Number, long ChangedAt);
}
