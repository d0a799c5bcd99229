using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class UpsertTests
{
    [Fact]
    public async Task The_version_list_names_the_endpoint_without_a_login()
    {
        await using var erp = await Erp.StartAsync(signIn: false);
        var endpoint = (await erp.SendAsync(HttpMethod.Get, "/entity")).Json["endpoints"]![0]!;
        Assert.Equal(("Default", "24.200.001"), (endpoint["name"]!.GetValue<string>(), endpoint["version"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_customer_sent_twice_with_a_key_becomes_two_customers()
    {
        await using var erp = await Erp.StartAsync();
        var customer = Customer("anna@example.test");
        customer["CustomerID"] = new JsonObject { ["value"] = "MYKEY" };

        var first = (await erp.PutAsync("Customer", customer.DeepClone())).Json.Value("CustomerID");
        var second = (await erp.PutAsync("Customer", customer)).Json.Value("CustomerID");

        Assert.Equal(("C000001", "C000002"), (first, second));
    }

    [Fact]
    public async Task Without_auto_numbering_the_key_sent_is_taken_and_found_again()
    {
        await using var erp = await Erp.StartAsync(settings => settings.AutoNumbering = false);
        var customer = Customer("anna@example.test");
        customer["CustomerID"] = new JsonObject { ["value"] = "ANNA" };

        var first = (await erp.PutAsync("Customer", customer.DeepClone())).Json;
        var second = (await erp.PutAsync("Customer", customer)).Json;

        Assert.Equal("ANNA", first.Value("CustomerID"));
        Assert.Equal(first["id"]!.GetValue<string>(), second["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_field_that_does_not_exist_is_ignored_without_a_word()
    {
        await using var erp = await Erp.StartAsync();
        var line = Web.Record(("InventoryID", "MUG-01"), ("Quantity", 5m), ("UnitPrice", 3m));

        var order = await erp.OrderAsync(Web.Order(("Details", new[] { line })));

        Assert.Equal(0m, order["Details"]![0]!.Amount("OrderQty"));
        Assert.Equal(0m, order.Amount("OrderTotal"));
    }

    [Fact]
    public async Task Lines_without_id_are_added_again_and_with_id_changed()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        JsonObject Again(JsonObject line) => Web.Record(
            ("OrderType", order.Value("OrderType")), ("OrderNbr", order.Value("OrderNbr")), ("Details", new[] { line }));

        var added = await erp.OrderAsync(Again(Web.Line("MUG-01", 2m, 10m)));
        Assert.Equal(2, added["Details"]!.AsArray().Count);

        var id = added["Details"]![0]!["id"]!.GetValue<string>();
        var changed = await erp.OrderAsync(Again(Web.Record(("id", id), ("OrderQty", 7m))));
        Assert.Equal([7m, 2m], changed["Details"]!.AsArray().Select(line => line!.Amount("OrderQty")));

        var removed = await erp.OrderAsync(Again(Web.Record(("id", id), ("delete", true))));
        Assert.Equal(2m, Assert.Single(removed["Details"]!.AsArray())!.Amount("OrderQty"));
    }

    [Fact]
    public async Task If_none_match_refuses_what_exists_and_if_match_what_does_not()
    {
        await using var erp = await Erp.StartAsync();
        var item = Web.Record(("InventoryID", "MUG-01"), ("Description", "Mug"));
        var exists = await erp.PutAsync("StockItem", item, request => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any));
        var missing = await erp.PutAsync("StockItem", Web.Record(("InventoryID", "NOT-IN-ERP")), request => request.Headers.IfMatch.Add(EntityTagHeaderValue.Any));

        Assert.Equal(HttpStatusCode.PreconditionFailed, exists.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, missing.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await erp.GetAsync("StockItem/NOT-IN-ERP")).Status);
    }

    [Fact]
    public async Task Patch_changes_what_exists_and_never_inserts()
    {
        await using var erp = await Erp.StartAsync();
        var patched = await erp.SendAsync(HttpMethod.Patch, $"{Erp.Endpoint}/StockItem", Web.Record(("InventoryID", "MUG-01"), ("Description", "Becher ß")));
        var missing = await erp.SendAsync(HttpMethod.Patch, $"{Erp.Endpoint}/StockItem", Web.Record(("InventoryID", "NOT-IN-ERP")));

        Assert.Equal("Becher ß", patched.Json.Value("Description"));
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
    }

    [Fact]
    public async Task A_put_with_a_filter_updates_the_record_that_it_finds()
    {
        await using var erp = await Erp.StartAsync();
        var created = (await erp.PutAsync("Customer", Customer("anna@example.test"))).Json;

        var updated = (await erp.PutAsync("Customer?$filter=MainContact/Email eq 'anna@example.test'", Web.Record(("CustomerName", "Anna Ö.")))).Json;

        Assert.Equal(created.Value("CustomerID"), updated.Value("CustomerID"));
        Assert.Equal("Anna Ö.", updated.Value("CustomerName"));
    }

    [Fact]
    public async Task Delete_removes_the_record()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        var path = $"{Erp.Endpoint}/SalesOrder/{order.Value("OrderType")}/{order.Value("OrderNbr")}";

        Assert.Equal(HttpStatusCode.NoContent, (await erp.SendAsync(HttpMethod.Delete, path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await erp.SendAsync(HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task Empty_fields_come_as_empty_objects_and_times_in_utc_with_an_offset()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        Assert.Equal("{}", order["Description"]!.ToJsonString());
        Assert.EndsWith("+00:00", order.Value("LastModified"), StringComparison.Ordinal);
        Assert.EndsWith("T00:00:00+00:00", order.Value("Date"), StringComparison.Ordinal);
        Assert.DoesNotContain("T", order["Details"]![0]!.Value("LastModifiedDate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_books_outlive_a_restart()
    {
        await using var erp = await Erp.StartAsync();
        var before = await erp.OrderAsync();

        await erp.RestartAsync();

        var after = await erp.ReadAsync(before, "Details");
        Assert.Equal(before["id"]!.GetValue<string>(), after["id"]!.GetValue<string>());
        Assert.Equal(before.Amount("OrderTotal"), after.Amount("OrderTotal"));
        Assert.NotEqual(before.Value("OrderNbr"), (await erp.OrderAsync()).Value("OrderNbr"));
    }

    internal static JsonObject Customer(string email) => Web.Record(
        ("CustomerName", "Anna Übel"), ("MainContact", Web.Record(("Email", email), ("Address", Web.Record(("Country", "DE"), ("City", "Köln"))))));
}
