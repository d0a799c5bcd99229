using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class CustomerTests
{
    [Fact]
    public async Task Billing_and_shipping_are_the_main_contact_until_they_are_overridden()
    {
        await using var erp = await Erp.StartAsync();
        var customer = await PutAsync(erp, ("CustomerName", "Ann"), ("MainContact", Contact("ann@x.test", "Berlin", "DE")));
        Assert.Equal(("Berlin", "ann@x.test"), (customer["BillingContact"]!["Address"]!.Value("City"), customer["ShippingContact"]!.Value("Email")));

        customer = await PutAsync(erp, ("CustomerID", customer.Value("CustomerID")), ("ShippingAddressOverride", true), ("ShippingContact", Contact("", "Łódź", "PL")));
        Assert.Equal(("Berlin", "Łódź"), (customer["BillingContact"]!["Address"]!.Value("City"), customer["ShippingContact"]!["Address"]!.Value("City")));

        var order = await erp.OrderAsync(Web.Order(("CustomerID", customer.Value("CustomerID"))));
        Assert.Equal(("Berlin", "Łódź"), (order["BillToAddress"]!.Value("City"), order["ShipToAddress"]!.Value("City")));
    }

    [Fact]
    public async Task A_customer_is_found_by_either_name_of_its_e_mail()
    {
        await using var erp = await Erp.StartAsync();
        var first = await PutAsync(erp, ("CustomerName", "Ann"), ("Email", "Ann@X.test"));
        var second = await PutAsync(erp, ("CustomerName", "Ann again"), ("MainContact", Contact("ann@x.test", "Berlin", "DE")));
        foreach (var filter in (string[])["Email eq 'ann@x.test'", "MainContact/Email eq 'ann@x.test'"])
        {
            Assert.Equal([first.Value("CustomerID"), second.Value("CustomerID")], (await erp.GetAsync($"Customer?$filter={filter}")).List.Select(row => row!.Value("CustomerID")));
        }
    }

    [Fact]
    public async Task An_update_moves_the_stamp_and_keeps_what_it_does_not_name()
    {
        await using var erp = await Erp.StartAsync();
        var before = await PutAsync(erp, ("CustomerName", "Ann"), ("AccountRef", "77-shop"), ("PriceClassID", "VIP"));
        var after = await PutAsync(erp, ("CustomerID", before.Value("CustomerID")), ("MainContact", Web.Record(("Phone1", "+49 30 1"))));
        Assert.Equal(("77-shop", "VIP", "+49 30 1"), (after.Value("AccountRef"), after.Value("PriceClassID"), after["MainContact"]!.Value("Phone1")));
        Assert.True(string.CompareOrdinal(after.Value("LastModifiedDateTime"), before.Value("LastModifiedDateTime")) > 0);
        Assert.Equal(before["id"]!.GetValue<string>(), after["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Active", true)]
    [InlineData("One-Time", true)]
    [InlineData("Inactive", false)]
    [InlineData("On Hold", false)]
    public async Task The_status_decides_whether_orders_are_taken(string status, bool taken)
    {
        await using var erp = await Erp.StartAsync();
        var customer = await PutAsync(erp, ("CustomerName", "Ann"), ("Status", status));
        var reply = await erp.PutAsync("SalesOrder", Web.Order(("CustomerID", customer.Value("CustomerID"))));
        Assert.Equal(taken ? "" : $"The customer status is '{status}'.", reply.Json.Error("CustomerID"));
    }

    [Theory]
    [InlineData("Status", "Gone", "'Gone' is not one of the values allowed for 'Customer Status'.")]
    [InlineData("PriceClassID", "NONE", "'Price Class' 'NONE' cannot be found in the system.")]
    [InlineData("CustomerClass", "NONE", "'Customer Class' 'NONE' cannot be found in the system.")]
    public async Task A_code_that_is_unknown_is_told_on_its_field(string field, string value, string error)
    {
        await using var erp = await Erp.StartAsync();
        Assert.Equal(error, (await erp.PutAsync("Customer", Web.Record(("CustomerName", "Ann"), (field, value)))).Json.Error(field));
    }

    [Fact]
    public async Task A_location_has_an_address_of_its_own_for_orders()
    {
        await using var erp = await Erp.StartAsync();
        var id = (await PutAsync(erp, ("CustomerName", "Ann"))).Value("CustomerID");
        Assert.Equal("true", (await erp.GetAsync($"CustomerLocation/{id}/MAIN")).Json.Value("Default"));
        var location = await erp.PutAsync("CustomerLocation?$expand=LocationContact,LocationContact/Address", Web.Record(
            ("Customer", id), ("LocationID", "WEST"), ("LocationName", "West"), ("AddressOverride", true), ("LocationContact", Contact("", "Aachen", "DE"))));
        Assert.Equal(HttpStatusCode.OK, location.Status);

        Assert.Equal("Aachen", (await erp.OrderAsync(Web.Order(("CustomerID", id), ("LocationID", "WEST"))))["ShipToAddress"]!.Value("City"));
        Assert.Equal("'Location' 'EAST' cannot be found in the system.", (await erp.PutAsync("SalesOrder", Web.Order(("CustomerID", id), ("LocationID", "EAST")))).Json.Error("LocationID"));
    }

    [Fact]
    public async Task A_person_is_added_to_a_customer()
    {
        await using var erp = await Erp.StartAsync();
        var id = (await PutAsync(erp, ("CustomerName", "Ann Inc."))).Value("CustomerID");
        await erp.ActAsync("Customer", "CreateContactFromCustomer", Web.Record(("CustomerID", id)), Web.Record(("FirstName", "Ann"), ("LastName", "Lee"), ("Email", "lee@x.test")));

        var customer = (await erp.GetAsync($"Customer/{id}?$expand=Contacts,Contacts/Contact")).Json;
        var person = Assert.Single(customer["Contacts"]!.AsArray())!;
        Assert.Equal(("Lee, Ann", person.Value("ContactID")), (person["Contact"]!.Value("DisplayName"), customer.Value("PrimaryContactID")));
        Assert.Equal("lee@x.test", (await erp.GetAsync($"Contact/{person.Value("ContactID")}")).Json.Value("Email"));
    }

    [Fact]
    public async Task Purchase_orders_tell_when_goods_are_promised_until_they_came()
    {
        await using var erp = await Erp.StartAsync();
        var order = (await erp.PutAsync("PurchaseOrder?$expand=Details", Web.Record(
            ("VendorID", "GOODS"), ("Hold", false), ("PromisedOn", "2026-12-24T00:00:00Z"), ("Details", new[] { Web.Record(("InventoryID", "MUG-01"), ("OrderQty", 30m), ("UnitCost", 2m)) })))).Json;
        Assert.Equal(("Open", "2026-12-24T00:00:00+00:00", 60m), (order.Value("Status"), order["Details"]![0]!.Value("Promised"), order.Amount("OrderTotal")));
        Assert.Equal((30m, 2000m), await MugsAsync(erp));

        await erp.ControlAsync("stock/receive", new() { ["purchaseOrder"] = order.Value("OrderNbr"), ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = 20 }) });
        Assert.Equal((10m, 2020m), await MugsAsync(erp));
        await erp.ControlAsync("stock/receive", new() { ["purchaseOrder"] = order.Value("OrderNbr"), ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = 10 }) });
        Assert.Equal((0m, 2030m), await MugsAsync(erp));
        Assert.Equal("Completed", (await erp.GetAsync($"PurchaseOrder/Normal/{order.Value("OrderNbr")}")).Json.Value("Status"));
    }

    [Fact]
    public async Task A_new_promise_moves_the_stamp_of_the_purchase_order()
    {
        await using var erp = await Erp.StartAsync();
        var order = Assert.Single((await erp.GetAsync("PurchaseOrder?$filter=Status eq 'Open'&$expand=Details")).List)!;
        var changed = (await erp.PutAsync("PurchaseOrder?$expand=Details", Web.Record(("Type", "Normal"), ("OrderNbr", order.Value("OrderNbr")), ("Details", new[]
        {
            Web.Record(("LineNbr", 1), ("Promised", "2027-01-10T00:00:00Z")),
        })))).Json;
        Assert.Equal("2027-01-10T00:00:00+00:00", changed["Details"]![0]!.Value("Promised"));
        Assert.Single((await erp.GetAsync($"PurchaseOrder?$filter=LastModifiedDateTime gt datetimeoffset'{Uri.EscapeDataString(order.Value("LastModifiedDateTime"))}'")).List);
    }

    private static async Task<(decimal Expected, decimal OnHand)> MugsAsync(Erp erp)
    {
        var record = (await erp.PutAsync("InventoryAllocationInquiry", Web.Record(("InventoryID", "MUG-01"), ("WarehouseID", "MAIN")))).Json;
        return (record["PurchaseOrders"]!["value"]?.GetValue<decimal>() ?? 0m, record.Amount("OnHand"));
    }

    private static JsonObject Contact(string email, string city, string country) =>
        Web.Record(("Email", email), ("Address", Web.Record(("City", city), ("Country", country))));

    private static async Task<JsonNode> PutAsync(Erp erp, params (string Name, object? Value)[] fields)
    {
        var reply = await erp.PutAsync(
            "Customer?$expand=MainContact,MainContact/Address,BillingContact,BillingContact/Address,ShippingContact,ShippingContact/Address", Web.Record(fields));
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        return reply.Json;
    }
}
