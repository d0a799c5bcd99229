using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.XCart.AddOn;
using Xunit;

namespace Integration.Tests.Integration.AddOn;

/// <summary>The gateway's client against the add-on's PHP, as docs/xcart-addon-protocol.md has it.</summary>
[Collection(PhpShopTests.Name)]
public sealed class CallTests(PhpShop shop)
{
    private const string OrderId = "8";

    private static readonly string[] Rows =
    [
        "INSERT INTO xlite_products (product_id, sku, amount, inventoryEnabled) VALUES (1, 'A & B/ü', 100, 1), (2, 'B', 0, 1), (3, 'N', 5, 0), (4, 'BIG', 4294967295, 1)",
        "INSERT INTO xlite_product_variants (id, product_id, sku, amount, defaultAmount) VALUES (1, 1, 'A-1', 50, 0), (2, 1, 'B', 9, 1)",
        "INSERT INTO xlite_orders (order_id, adminNotes) VALUES (8, 'Call before delivery')",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData("54", "5.4.1.5"), InlineData("55", "5.5.0.29")]
    public async Task About_is_understood(string edition, string store)
    {
        using var gateway = await OpenAsync(edition);

        var about = Assert.IsType<AddOnStand.Present>(await gateway.Bridge.StandAsync(Ct)).About;

        Assert.Equal((store, 1, true), (about.Store, about.Protocol, about.AtomicStock));
        Assert.Equal(["hints", "stock", "tracking", "notes"], about.Capabilities);
        Assert.InRange(about.Clock!.Value, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Matches(@"^5\.[45]\.\d\.\d+$", about.Version);
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task About_tells_when_sales_can_be_torn_apart(string edition)
    {
        using var gateway = await OpenAsync(edition);
        await shop.ConfigureAsync(new JsonObject { ["atomic_stock"] = "" });

        Assert.False(Assert.IsType<AddOnStand.Present>(await gateway.Bridge.StandAsync(Ct)).About.AtomicStock);
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task Levels_are_read_by_sku_and_by_product(string edition)
    {
        using var gateway = await OpenAsync(edition);

        var bySku = Assert.IsType<StockReading.Read>(await gateway.Stock.ReadAsync(["A & B/ü", "B", "N", "BIG", "no such"], Ct));
        var byProduct = Assert.IsType<StockReading.Read>(await gateway.Stock.ReadProductsAsync(["1", "99"], Ct));

        StockLevel[] expected =
        [
            new(new StockItem("1"), "A & B/ü", 100, true, true), new(new StockItem("1", "2"), "B", 100, true, false), new(new StockItem("2"), "B", 0, true, true),
            new(new StockItem("3"), "N", 5, false, true), new(new StockItem("4"), "BIG", 4294967295, true, true),
        ];
        Assert.Equal(expected, bySku.Levels.OrderBy(level => level.Item.Product, StringComparer.Ordinal).ThenBy(level => level.Item.Variant, StringComparer.Ordinal));
        Assert.Equal([null, "1", "2"], byProduct.Levels.Select(level => level.Item.Variant).Order(StringComparer.Ordinal));
        Assert.All(byProduct.Levels, level => Assert.Equal("1", level.Item.Product));
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task More_skus_than_one_call_takes_are_read_in_parts(string edition)
    {
        using var gateway = await OpenAsync(edition);
        await shop.SqlAsync($"INSERT INTO xlite_products (product_id, sku, amount) VALUES {string.Join(", ", Enumerable.Range(100, 250).Select(id => $"({id}, 'SKU-{id}', {id})"))}");

        var read = Assert.IsType<StockReading.Read>(await gateway.Stock.ReadAsync([.. Enumerable.Range(100, 250).Select(id => $"SKU-{id}")], Ct));

        Assert.Equal(Enumerable.Range(100, 250).Select(id => (long)id), read.Levels.Select(level => level.Amount).Order());
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task Each_result_of_setting_a_level_arrives_as_what_it_is(string edition)
    {
        using var gateway = await OpenAsync(edition);
        StockChange[] changes =
        [
            new(new StockItem("1"), 100, 60), new(new StockItem("2"), 0, 0), new(new StockItem("1", "1"), 49, 10), new(new StockItem("99"), 1, 2), new(new StockItem("2", "1"), 50, 2),
            new(new StockItem("3"), 5, 6), new(new StockItem("1", "2"), 9, 8), new(new StockItem("4"), 4294967295, 4294967294),
        ];

        var results = await gateway.Stock.CompareAndSetAsync(changes, Ct);

        Assert.Equal(
            [new StockResult.Set(60), new StockResult.Unchanged(0), new StockResult.Conflict(50), new StockResult.Unknown(), new StockResult.Unknown(), new StockResult.NotTracked(),
                new StockResult.FollowsProduct(), new StockResult.Set(4294967294)],
            results);
        Assert.Equal("60 0 5 4294967294", await shop.OneAsync("SELECT GROUP_CONCAT(amount ORDER BY product_id SEPARATOR ' ') FROM xlite_products"));
        Assert.Equal("50 9", await shop.OneAsync("SELECT GROUP_CONCAT(amount ORDER BY id SEPARATOR ' ') FROM xlite_product_variants"));
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task More_levels_than_one_call_takes_are_set_in_parts(string edition)
    {
        using var gateway = await OpenAsync(edition);
        await shop.SqlAsync($"INSERT INTO xlite_products (product_id, sku, amount) VALUES {string.Join(", ", Enumerable.Range(1000, 1100).Select(id => $"({id}, 'S{id}', 7)"))}");

        var results = await gateway.Stock.CompareAndSetAsync([.. Enumerable.Range(1000, 1100).Select(id => new StockChange(new StockItem($"{id}"), 7, id))], Ct);

        Assert.Equal(Enumerable.Range(1000, 1100).Select(id => new StockResult.Set(id)), results);
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task Tracking_is_added_once(string edition)
    {
        using var gateway = await OpenAsync(edition);

        Assert.IsType<WriteOutcome.Done>(await gateway.Orders.TrackAsync(OrderId, "1Z 999/ü", Ct));
        Assert.IsType<WriteOutcome.AlreadyDone>(await gateway.Orders.TrackAsync(OrderId, "1Z 999/ü", Ct));
        var rejected = Assert.IsType<WriteOutcome.Rejected>(await gateway.Orders.TrackAsync("9", "1Z", Ct));

        Assert.Contains("The add-on says:", Assert.Single(rejected.Reasons).Message, StringComparison.Ordinal);
        Assert.Equal("8: 1Z 999/ü", await shop.OneAsync("SELECT CONCAT(order_id, ': ', value) FROM xlite_order_tracking_number"));
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task A_note_is_put_below_what_stands_there_once(string edition)
    {
        using var gateway = await OpenAsync(edition);

        Assert.IsType<WriteOutcome.Done>(await gateway.Orders.NoteAsync(OrderId, "ERP: SO-000123", Ct));
        Assert.IsType<WriteOutcome.AlreadyDone>(await gateway.Orders.NoteAsync(OrderId, "ERP: SO-000123", Ct));
        Assert.IsType<WriteOutcome.Rejected>(await gateway.Orders.NoteAsync("9", "ERP: SO-000123", Ct));

        Assert.Equal("Call before delivery\nERP: SO-000123", (await shop.OneAsync("SELECT adminNotes FROM xlite_orders")).ReplaceLineEndings("\n"));
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task Texts_of_the_longest_length_pass_and_longer_ones_are_refused_by_both_sides(string edition)
    {
        using var gateway = await OpenAsync(edition);

        Assert.IsType<WriteOutcome.Done>(await gateway.Orders.TrackAsync(OrderId, new string('ü', 255), Ct));
        Assert.IsType<WriteOutcome.Rejected>(await gateway.Orders.TrackAsync(OrderId, new string('x', 256), Ct));
        Assert.IsType<WriteOutcome.Rejected>(await gateway.Orders.TrackAsync(OrderId, "two\nlines", Ct));
        Assert.IsType<AddOnAnswer<AddOnAddition>.Failed>(await gateway.Bridge.WriteAsync<AddOnAddition>("tracking", "order=8", new JsonObject { ["number"] = new string('x', 256) }, Ct));
        Assert.Equal("1", await shop.OneAsync("SELECT COUNT(*) FROM xlite_order_tracking_number"));
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task One_item_that_cannot_be_understood_stops_the_whole_call_and_is_named(string edition)
    {
        using var gateway = await OpenAsync(edition);
        var body = JsonNode.Parse("""{"items":[{"product":1,"variant":null,"from":100,"to":60},{"product":2,"variant":null,"from":0,"to":-1}]}""")!.AsObject();

        var failed = Assert.IsType<AddOnAnswer<StockAnswer>.Failed>(await gateway.Bridge.WriteAsync<StockAnswer>("stock", "", body, Ct));

        Assert.Equal("items[1].to", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(failed.Outcome).Reasons).Field);
        Assert.Equal("100", await shop.OneAsync("SELECT amount FROM xlite_products WHERE product_id = 1"));
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task The_reading_key_does_not_write(string edition)
    {
        using var whole = await OpenAsync(edition);
        using var gateway = new Gateway(shop, edition, write: PhpShop.ReadKey);

        Assert.IsType<AddOnStand.Present>(await gateway.Bridge.StandAsync(Ct));
        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<StockResult.Failed>(Assert.Single(await gateway.Stock.CompareAndSetAsync([new StockChange(new StockItem("1"), 100, 1)], Ct))).Outcome);
        Assert.IsType<WriteOutcome.Denied>(await gateway.Orders.TrackAsync(OrderId, "1Z", Ct));
        Assert.IsType<WriteOutcome.Denied>(await gateway.Orders.NoteAsync(OrderId, "ERP: 1", Ct));
        Assert.Equal("100", await shop.OneAsync("SELECT amount FROM xlite_products WHERE product_id = 1"));
    }

    [Fact]
    public async Task A_wrong_key_is_told_by_the_5_4_add_on_itself()
    {
        using var whole = await OpenAsync("54");
        using var gateway = new Gateway(shop, "54", "wrong", "wrong");

        Assert.IsType<AddOnStand.Unused>(await gateway.Bridge.StandAsync(Ct));
        Assert.IsType<WriteOutcome.Denied>(await gateway.Orders.TrackAsync(OrderId, "1Z", Ct));
    }

    [Fact]
    public async Task A_wrong_token_is_told_by_the_5_5_shop_and_says_nothing_of_the_add_on()
    {
        using var whole = await OpenAsync("55");
        using var gateway = new Gateway(shop, "55", "wrong", "wrong");

        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<AddOnStand.Unknown>(await gateway.Bridge.StandAsync(Ct)).Outcome);
        Assert.IsType<WriteOutcome.Denied>(await gateway.Orders.TrackAsync(OrderId, "1Z", Ct));
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task Calls_that_do_not_exist_or_go_the_wrong_way_are_refused_in_words(string edition)
    {
        using var gateway = await OpenAsync(edition);

        foreach (var call in new[] { "no_such", "tracking" })
        {
            var failed = Assert.IsType<AddOnAnswer<StockAnswer>.Failed>(await gateway.Bridge.ReadAsync<StockAnswer>(call, "", Ct));
            Assert.StartsWith("The add-on says:", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(failed.Outcome).Reasons).Message, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData("54"), InlineData("55")]
    public async Task A_database_that_refuses_asks_for_a_repetition(string edition)
    {
        using var gateway = await OpenAsync(edition);
        Assert.IsType<AddOnStand.Present>(await gateway.Bridge.StandAsync(Ct));
        await shop.SqlAsync("DROP TABLE xlite_order_tracking_number");

        Assert.Equal(TimeSpan.FromSeconds(5), Assert.IsType<WriteOutcome.Throttled>(await gateway.Orders.TrackAsync(OrderId, "1Z", Ct)).After);
    }

    private async Task<Gateway> OpenAsync(string edition)
    {
        await shop.OpenAsync(rows: Rows);
        return new Gateway(shop, edition);
    }
}
