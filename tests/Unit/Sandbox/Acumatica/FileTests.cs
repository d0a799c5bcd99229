using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class FileTests
{
    [Fact]
    public async Task A_file_is_attached_listed_read_and_overwritten_by_its_name()
    {
        await using var erp = await Erp.StartAsync();
        foreach (var text in (string[])["one", "two"])
        {
            var put = await erp.SendAsync(HttpMethod.Put, $"{Erp.Endpoint}/StockItem/MUG-01/files/mug.txt", null, request => request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)));
            Assert.Equal(HttpStatusCode.NoContent, put.Status);
        }

        await erp.RestartAsync();
        var item = (await erp.GetAsync("StockItem/MUG-01?$expand=files")).Json;

        var file = Assert.Single(item["files"]!.AsArray())!;
        Assert.Equal("mug.txt", file["filename"]!.GetValue<string>());
        Assert.Equal("two", (await erp.SendAsync(HttpMethod.Get, file["href"]!.GetValue<string>())).Text);
    }

    [Fact]
    public async Task A_record_that_is_missing_takes_no_file()
    {
        await using var erp = await Erp.StartAsync();
        var put = await erp.SendAsync(HttpMethod.Put, $"{Erp.Endpoint}/StockItem/NONE/files/a.txt", null, request => request.Content = new ByteArrayContent([1]));
        Assert.Equal(HttpStatusCode.NotFound, put.Status);
    }

    [Fact]
    public async Task Custom_fields_are_told_kept_returned_when_asked_for_and_filtered_by()
    {
        await using var erp = await Erp.StartAsync();
        var schema = (await erp.GetAsync("SalesOrder/$adHocSchema")).Json["custom"]!["Document"]!;
        Assert.Equal("CustomStringField", schema["AttributeGIFTNOTE"]!["type"]!.GetValue<string>());
        static JsonObject Text(string value) => new() { ["type"] = "CustomStringField", ["value"] = value };
        var order = Web.Order();
        order["custom"] = new JsonObject { ["Document"] = new JsonObject { ["AttributeGIFTNOTE"] = Text("Zażółć"), ["AttributeNONE"] = Text("x") } };
        var saved = (await erp.PutAsync("SalesOrder?$custom=Document.AttributeGIFTNOTE,Document.AttributeNONE", order)).Json;
        await erp.OrderAsync();
        await erp.RestartAsync();

        var found = Assert.Single((await erp.GetAsync("SalesOrder?$custom=Document.AttributeGIFTNOTE&$filter=cf.String(f='Document.AttributeGIFTNOTE') eq 'Zażółć'")).List)!;

        Assert.Equal(saved.Value("OrderNbr"), found.Value("OrderNbr"));
        Assert.Equal("""{"Document":{"AttributeGIFTNOTE":{"type":"CustomStringField","value":"Za\u017C\u00F3\u0142\u0107"}}}""", found["custom"]!.ToJsonString());
        Assert.Equal("{}", (await erp.GetAsync($"SalesOrder/WO/{saved.Value("OrderNbr")}")).Json["custom"]!.ToJsonString());
    }
}
