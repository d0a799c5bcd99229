using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class ODataTests
{
    private const string V4 = "/t/Company/api/odata/gi";

    [Fact]
    public async Task A_feed_is_read_page_by_page_along_its_links()
    {
        await using var erp = await Erp.StartAsync(settings => settings.ODataPage = 4);
        var rows = new List<string>();
        var pages = 0;
        for (var next = $"{V4}/IC-Stock?$select=InventoryID,OnHand&$filter=OnHand ge 600&$orderby=InventoryID desc"; next is not null; pages++)
        {
            var page = (await erp.SendAsync(HttpMethod.Get, next)).Json;
            rows.AddRange(page["value"]!.AsArray().Select(row => row!["InventoryID"]!.GetValue<string>()));
            next = page["@odata.nextLink"]?.GetValue<string>();
        }

        Assert.Equal((4, 13, 13), (pages, rows.Count, rows.Distinct().Count()));
        Assert.Equal("TEE-RED-S", rows[0]);
    }

    [Fact]
    public async Task Changes_are_asked_for_with_the_literals_of_each_version()
    {
        await using var erp = await Erp.StartAsync();
        var stamp = (await erp.SendAsync(HttpMethod.Get, $"{V4}/IC-Stock?$top=1&$orderby=LastModifiedDateTime desc")).Json["value"]![0]!["LastModifiedDateTime"]!.GetValue<string>();
        await erp.ControlAsync("stock/adjust", new() { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = 1 }) });

        var v4 = (await erp.SendAsync(HttpMethod.Get, $"{V4}/IC-Stock?$filter=LastModifiedDateTime gt {stamp} and contains(InventoryID,'MUG')")).Json;
        var v3 = (await erp.SendAsync(HttpMethod.Get, $"/odata/Company/IC-Stock?$filter=LastModifiedDateTime gt datetimeoffset'{stamp}' and substringof('MUG',InventoryID)")).Json;

        Assert.Equal(2001m, Assert.Single(v4["value"]!.AsArray())!["OnHand"]!.GetValue<decimal>());
        Assert.Equal("MUG-01", Assert.Single(v3["value"]!.AsArray())!["InventoryID"]!.GetValue<string>());
        Assert.EndsWith("Z", stamp, StringComparison.Ordinal);
        Assert.NotNull(v3["odata.metadata"]);
    }

    [Fact]
    public async Task Basic_credentials_take_no_seat_and_wrong_ones_nothing()
    {
        await using var erp = await Erp.StartAsync(signIn: false);
        async Task<HttpStatusCode> AsAsync(string password) => (await erp.SendAsync(HttpMethod.Get, $"{V4}/IC-SalesOrders", null, request => request.Headers.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"integration@Company:{password}"))))).Status;

        Assert.Equal(HttpStatusCode.OK, await AsAsync("sandbox-password"));
        Assert.Equal(0, (await erp.StateAsync())["seatsTaken"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.Unauthorized, await AsAsync("wrong"));
    }

    [Theory]
    [InlineData("IC-None", HttpStatusCode.NotFound)]
    [InlineData("IC-Stock?$count=true", HttpStatusCode.BadRequest)]
    [InlineData("IC-Stock?$expand=Item", HttpStatusCode.BadRequest)]
    [InlineData("IC-Stock?$select=Colour", HttpStatusCode.BadRequest)]
    public async Task What_a_feed_cannot_do_is_refused(string query, HttpStatusCode status)
    {
        await using var erp = await Erp.StartAsync();
        Assert.Equal(status, (await erp.SendAsync(HttpMethod.Get, $"{V4}/{query}")).Status);
    }

    [Fact]
    public async Task Decimals_come_as_text_when_the_version_does_so()
    {
        await using var erp = await Erp.StartAsync(settings => settings.ODataDecimalsAsText = true);
        var row = (await erp.SendAsync(HttpMethod.Get, $"{V4}/IC-Items?$filter=InventoryID eq 'MUG-01'")).Json["value"]![0]!;
        Assert.Equal("8.95", row["DefaultPrice"]!.GetValue<string>());
    }
}
