using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Sandbox.Dynamics.Dataverse.Schema;
using Integration.Sandbox.Dynamics.Dataverse.Writing;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>What the service says of itself: <c>$metadata</c> and <c>EntityDefinitions</c>, as far as the stand-in's tables go.</summary>
internal sealed partial class Metadata(OrganizationSchema schema, KeyBook keys, DataverseSettings settings, ServiceRoot root)
{
    /// <summary>The model as CSDL 4.0.</summary>
    public ApiAnswer Csdl()
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>""");
        xml.Append("""<Schema Namespace="Microsoft.Dynamics.CRM" Alias="mscrm" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EntityType Name="crmbaseentity" Abstract="true" />""");
        foreach (var table in schema.Tables)
        {
            Type(xml, table);
        }

        Actions(xml);
        xml.Append("""<EntityContainer Name="System">""");
        foreach (var table in schema.Tables)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<EntitySet Name="{table.Set}" EntityType="mscrm.{table.Name}" />""");
        }

        xml.Append("""<FunctionImport Name="WhoAmI" Function="mscrm.WhoAmI" />""");
        foreach (var action in ActionNames().Where(action => !IsBound(action)))
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<ActionImport Name="{action}" Action="mscrm.{action}" />""");
        }

        xml.Append("</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>");
        return new ApiAnswer(200) { Text = xml.ToString(), ContentType = "application/xml" };
    }

    /// <summary>The entity sets.</summary>
    public ApiAnswer Document() => ApiAnswer.Json(new JsonObject
    {
        ["@odata.context"] = $"{root.Address}$metadata",
        ["value"] = new JsonArray([.. schema.Tables.Select(table => new JsonObject { ["name"] = table.Set, ["kind"] = "EntitySet", ["url"] = table.Set })]),
    });

    /// <summary><c>EntityDefinitions(LogicalName='…')</c>, with <c>$expand=Keys</c> and <c>Attributes</c>, or <c>/Keys</c> behind it; null when it is something else.</summary>
    public ApiAnswer? Definition(ApiRequest request, IReadOnlyList<string> segments)
    {
        if (!Definitions().IsMatch(segments[0]))
        {
            return null;
        }

        var name = Definitions().Match(Uri.UnescapeDataString(segments[0])).Groups["name"].Value;
        var table = schema.Find(name) ?? throw new DataverseFault(404, ErrorCode.ObjectDoesNotExist, $"Could not find an entity with name {name} and id 00000000-0000-0000-0000-000000000000.");
        if (segments is [_, "Keys"])
        {
            return ApiAnswer.Json(new JsonObject { ["@odata.context"] = $"{root.Address}$metadata#EntityDefinitions('{name}')/Keys", ["value"] = Keys(table) });
        }

        if (segments.Count > 1)
        {
            throw DataverseFault.NotPlayed(segments[1]);
        }

        var body = new JsonObject
        {
            ["@odata.context"] = $"{root.Address}$metadata#EntityDefinitions/$entity",
            ["LogicalName"] = table.Name,
            ["EntitySetName"] = table.Set,
            ["PrimaryIdAttribute"] = table.Id,
            ["PrimaryNameAttribute"] = table.NameColumn,
            ["ChangeTrackingEnabled"] = settings.TrackedTables.Contains(table.Name),
            ["IsOptimisticConcurrencyEnabled"] = true,
        };
        var expand = request.Query("$expand") ?? "";
        if (expand.Contains("Keys", StringComparison.Ordinal))
        {
            body["Keys"] = Keys(table);
        }

        if (expand.Contains("Attributes", StringComparison.Ordinal))
        {
            body["Attributes"] = new JsonArray([.. table.Columns.Select(column => new JsonObject
            {
                ["LogicalName"] = column.Name, ["AttributeType"] = column.Type.ToString(), ["IsValidForCreate"] = column.Create, ["IsValidForUpdate"] = column.Update,
            })]);
        }

        return ApiAnswer.Json(body);
    }

    private JsonArray Keys(TableSchema table) => new([.. keys.Of(table.Name).Select(key => new JsonObject
    {
        ["LogicalName"] = key.Name, ["SchemaName"] = key.Name, ["EntityLogicalName"] = table.Name, ["EntityKeyIndexStatus"] = keys.StatusOf(key).ToString(),
        ["KeyAttributes"] = new JsonArray([.. key.Columns.Select(column => (JsonNode)column)]),
    })]);

    private void Type(StringBuilder xml, TableSchema table)
    {
        xml.Append(CultureInfo.InvariantCulture, $"""<EntityType Name="{table.Name}" BaseType="mscrm.crmbaseentity"><Key><PropertyRef Name="{table.Id}" /></Key>""");
        foreach (var column in table.Columns)
        {
            var (type, more) = (Scalars.EdmType(column, settings), column.Type switch
            {
                ColumnType.String => $" MaxLength=\"{column.Length}\"",
                ColumnType.Decimal or ColumnType.Money => " Scale=\"Variable\"",
                _ when column.Name == table.Id => " Nullable=\"false\"",
                _ => "",
            });
            xml.Append(CultureInfo.InvariantCulture, $"""<Property Name="{column.WireName}" Type="{type}"{more} />""");
        }

        foreach (var (name, target) in table.Columns.SelectMany(column => column.Navigations))
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<NavigationProperty Name="{SecurityElement.Escape(name)}" Type="mscrm.{target}" />""");
        }

        foreach (var (name, link) in table.Children)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<NavigationProperty Name="{name}" Type="Collection(mscrm.{link.Table})" />""");
        }

        xml.Append("</EntityType>");
    }

    private void Actions(StringBuilder xml)
    {
        foreach (var action in (string[])["FulfillSalesOrder", "CancelSalesOrder"])
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<Action Name="{action}"{(IsBound(action) ? " IsBound=\"true\"" : "")}>""");
            if (IsBound(action))
            {
                xml.Append("""<Parameter Name="entityset" Type="Collection(mscrm.salesorder)" Nullable="false" />""");
            }

            xml.Append("""<Parameter Name="OrderClose" Type="mscrm.orderclose" Nullable="false" /><Parameter Name="Status" Type="Edm.Int32" Nullable="false" /></Action>""");
        }

        foreach (var action in (string[])["LockSalesOrderPricing", "UnlockSalesOrderPricing"])
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<Action Name="{action}"><Parameter Name="SalesOrderId" Type="Edm.Guid" Nullable="false" /></Action>""");
        }

        xml.Append("""<ComplexType Name="ColumnSet"><Property Name="AllColumns" Type="Edm.Boolean" Nullable="false" /><Property Name="Columns" Type="Collection(Edm.String)" /></ComplexType>""");
        xml.Append("""<Action Name="ConvertSalesOrderToInvoice"><Parameter Name="SalesOrderId" Type="Edm.Guid" Nullable="false" /><Parameter Name="ColumnSet" Type="mscrm.ColumnSet" Nullable="false" /><ReturnType Type="mscrm.invoice" Nullable="false" /></Action>""");
        xml.Append("""<ComplexType Name="WhoAmIResponse"><Property Name="BusinessUnitId" Type="Edm.Guid" Nullable="false" /><Property Name="UserId" Type="Edm.Guid" Nullable="false" /><Property Name="OrganizationId" Type="Edm.Guid" Nullable="false" /></ComplexType>""");
        xml.Append("""<Function Name="WhoAmI"><ReturnType Type="mscrm.WhoAmIResponse" Nullable="false" /></Function>""");
    }

    private static string[] ActionNames() => ["FulfillSalesOrder", "CancelSalesOrder", "LockSalesOrderPricing", "UnlockSalesOrderPricing", "ConvertSalesOrderToInvoice"];

    private bool IsBound(string action) => action == "FulfillSalesOrder" && settings.FulfillIsBound;

    [GeneratedRegex(@"^EntityDefinitions\(LogicalName=(?:'|%27)(?<name>\w+)(?:'|%27)\)$")]
    private static partial Regex Definitions();
}
