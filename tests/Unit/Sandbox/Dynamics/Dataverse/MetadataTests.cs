using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class MetadataTests
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    [Fact]
    public async Task The_model_holds_the_tables_of_sales_with_their_types_and_navigations()
    {
        await using var org = await Org.StartAsync();

        var model = await ModelAsync(org);

        Assert.Superset(
            new HashSet<string>(["accounts", "contacts", "products", "productpricelevels", "pricelevels", "uoms", "uomschedules", "salesorders", "salesorderdetails", "invoices", "invoicedetails",
                "transactioncurrencies", "ordercloses", "organizations", "systemusers", "serviceendpoints", "sdkmessageprocessingsteps"]),
            model.Descendants(Edm + "EntitySet").Select(set => set.Attribute("Name")!.Value).ToHashSet());
        Assert.Equal(("Edm.String", "300"), Property(model, "salesorder", "name"));
        Assert.Equal(("Edm.Guid", null), Property(model, "salesorder", "_customerid_value"));
        Assert.Equal(("Edm.Int32", null), Property(model, "salesorder", "statuscode"));
        Assert.Equal(("Edm.Decimal", null), Property(model, "salesorderdetail", "quantity"));
        Assert.Equal(("Edm.String", "100"), Property(model, "invoicedetail", "shippingtrackingnumber"));
        Assert.Equal(("Edm.String", "100"), Property(model, "salesorder", "xci_externalid"));
        Assert.Equal("mscrm.account", Navigation(model, "salesorder", "customerid_account"));
        Assert.Equal("Collection(mscrm.salesorderdetail)", Navigation(model, "salesorder", "order_details"));
        Assert.Equal("Collection(mscrm.invoicedetail)", Navigation(model, "invoice", "invoice_details"));
        Assert.Null(Navigation(model, "salesorder", "customerid"));
    }

    [Fact]
    public async Task The_model_tells_whether_fulfil_is_bound()
    {
        await using var org = await Org.StartAsync();
        static bool IsBound(XDocument model) => model.Descendants(Edm + "Action").Single(action => action.Attribute("Name")!.Value == "FulfillSalesOrder").Attribute("IsBound")?.Value == "true";

        Assert.False(IsBound(await ModelAsync(org)));
        org.StandIn.Settings.FulfillIsBound = true;
        Assert.True(IsBound(await ModelAsync(org)));
    }

    [Fact]
    public async Task A_custom_column_is_there_at_once_and_after_a_restart()
    {
        await using var org = await Org.StartAsync();
        Assert.Equal(400, (await org.GetAsync("accounts?$select=xci_rank")).Error.Status);

        await org.ControlAsync("columns", new() { ["table"] = "account", ["name"] = "xci_rank", ["type"] = "Choice", ["options"] = new JsonObject { ["1"] = new JsonObject { ["label"] = "Gold" } } });
        await org.ControlAsync("columns", new() { ["table"] = "account", ["name"] = "xci_owner", ["schemaName"] = "xci_Owner", ["type"] = "Lookup", ["targets"] = new JsonArray("contact") });
        var account = await org.MakeAsync("accounts", new() { ["name"] = "A", ["xci_rank"] = 1 });
        Assert.Equal((400, "0x8004431a"), (await org.PostAsync("accounts", new() { ["xci_rank"] = 2 })).Error);
        await org.RestartAsync();

        Assert.Equal(1, (await org.GetAsync($"accounts({account.Id("accountid")})?$select=xci_rank")).Json.Whole("xci_rank"));
        var model = await ModelAsync(org);
        Assert.Equal(("mscrm.contact", null), (Navigation(model, "account", "xci_Owner"), Navigation(model, "account", "xci_owner")));
    }

    [Fact]
    public async Task Definitions_tell_keys_columns_and_switches()
    {
        await using var org = await Org.StartAsync();

        var table = (await org.GetAsync("EntityDefinitions(LogicalName='salesorder')?$expand=Keys,Attributes($select=LogicalName)")).Json;

        Assert.Equal(("salesorders", "salesorderid", true), (table.Text("EntitySetName"), table.Text("PrimaryIdAttribute"), table["ChangeTrackingEnabled"]!.GetValue<bool>()));
        var key = Assert.Single(table["Keys"]!.AsArray())!;
        Assert.Equal(("xci_externalid", "Active"), (key["KeyAttributes"]![0]!.GetValue<string>(), key.Text("EntityKeyIndexStatus")));
        Assert.Contains(table["Attributes"]!.AsArray(), column => column!.Text("LogicalName") == "totalamount" && !column!["IsValidForCreate"]!.GetValue<bool>() && column["IsValidForUpdate"]!.GetValue<bool>());
        Assert.Single((await org.GetAsync("EntityDefinitions(LogicalName='salesorder')/Keys")).Rows);
        Assert.Equal((404, "0x80040217"), (await org.GetAsync("EntityDefinitions(LogicalName='nothing')")).Error);
        Assert.Contains((await org.GetAsync("")).Rows, set => set!.Text("name") == "salesorders");
    }

    private static async Task<XDocument> ModelAsync(Org org) => XDocument.Parse((await org.GetAsync("$metadata")).Text);

    private static XElement Type(XDocument model, string table) => model.Descendants(Edm + "EntityType").Single(type => type.Attribute("Name")!.Value == table);

    private static (string, string?) Property(XDocument model, string table, string name)
    {
        var property = Type(model, table).Elements(Edm + "Property").Single(property => property.Attribute("Name")!.Value == name);
        return (property.Attribute("Type")!.Value, property.Attribute("MaxLength")?.Value);
    }

    private static string? Navigation(XDocument model, string table, string name) =>
        Type(model, table).Elements(Edm + "NavigationProperty").FirstOrDefault(property => property.Attribute("Name")!.Value == name)?.Attribute("Type")!.Value;
}
