using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

public sealed class EventTests
{
    private static readonly string[] Envelope =
    [
        "BusinessEventId", "BusinessEventLegalEntity", "ContextRecordSubject", "ControlNumber", "EventId", "EventTime", "EventTimeIso8601", "InitiatingUserAADObjectId", "MajorVersion", "MinorVersion",
        "ParentContextRecordSubjects",
    ];

    [Fact]
    public async Task Registration_sends_a_test_message_and_is_refused_when_nobody_takes_it()
    {
        await using var environment = await Environment.StartAsync();
        await using var good = await EventReceiver.StartAsync(_ => 202);
        await using var bad = await EventReceiver.StartAsync(_ => 500);

        await RegisterAsync(environment, good);
        var refused = await environment.SendAsync(HttpMethod.Post, "/_sandbox/events", Environment.Json(Endpoint(bad)));

        Assert.Equal("BusinessEventsTestEndpointBusinessEvent", (await good.NextAsync()).Text("BusinessEventId"));
        Assert.Equal("s3cret", good.LastSecret);
        Assert.Equal(400, refused.Status);
        Assert.Equal(["integration"], (await environment.GetAsync("BusinessEventsEndpoints?$filter=Type eq Microsoft.Dynamics.DataEntities.BusinessEventsEndpointType'Http'")).Rows.Select(row => row.Text("Name")));
        Assert.Equal(6, (await environment.GetAsync("BusinessEventsConfigurations?$filter=BusinessEventsEndpoint_Name eq 'integration'")).Rows.Count);
    }

    [Fact]
    public async Task A_delivery_raises_the_events_of_its_packing_slip_and_of_the_stock_in_the_envelope()
    {
        await using var environment = await Environment.StartAsync();
        await using var receiver = await EventReceiver.StartAsync(_ => 200);
        await RegisterAsync(environment, receiver);
        var test = await receiver.NextAsync();
        var order = await environment.OrderAsync(("MUG-01", 2, 10));

        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order });
        JsonNode[] events = [await receiver.NextAsync(), await receiver.NextAsync()];

        Assert.All(events, body => Assert.Equal(Envelope, body.AsObject().Select(member => member.Key).Take(Envelope.Length)));
        var shipped = events.Single(body => body.Text("BusinessEventId") == "XCISalesOrderShippedBusinessEvent");
        Assert.Equal((order, "PS-000001", "USMF", "USMF"), (shipped.Text("SalesOrderNumber"), shipped.Text("PackingSlipNumber"), shipped.Text("LegalEntity"), shipped.Text("BusinessEventLegalEntity")));
        Assert.Matches(@"^/Date\(\d+\)/$", shipped.Text("DeliveryDate"));
        var stock = events.Single(body => body.Text("BusinessEventId") == "XCIInventoryOnHandChangedBusinessEvent");
        Assert.Equal(("MUG-01", "1", "MAIN"), (stock.Text("ItemNumber"), stock.Text("InventorySiteId"), stock.Text("InventoryWarehouseId")));
        Assert.True(test["ControlNumber"]!.GetValue<long>() < events.Min(body => body["ControlNumber"]!.GetValue<long>()));
        Assert.True(Math.Abs(Control(events[0]) - Control(events[1])) > 1, "control numbers have gaps");
        Assert.Equal(shipped.Text("EventId"), shipped.Text("EventId").ToUpperInvariant());
    }

    [Fact]
    public async Task An_invoice_raises_the_standard_event()
    {
        await using var environment = await Environment.StartAsync();
        await using var receiver = await EventReceiver.StartAsync(_ => 200);
        var order = await environment.OrderAsync(("MUG-01", 2, 10));
        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order });
        await RegisterAsync(environment, receiver, ("events", new JsonArray("SalesInvoicePostedBusinessEvent")));
        await receiver.NextAsync();

        await environment.ControlAsync("invoice", new JsonObject { ["orderNbr"] = order });

        var posted = await receiver.NextAsync();
        Assert.Equal(("SalesInvoicePostedBusinessEvent", "WEBGUEST", order, 20m), (posted.Text("BusinessEventId"), posted.Text("InvoiceAccount"), posted.Text("SalesOrderId"), posted.Number("InvoiceAmountInAccountingCurrency")));
    }

    [Fact]
    public async Task An_event_that_is_not_taken_is_tried_three_times_and_waits_in_the_error_log_until_it_is_sent_again()
    {
        await using var environment = await Environment.StartAsync();
        // The test message is taken, the three attempts are not.
        await using var receiver = await EventReceiver.StartAsync(number => number is 2 or 3 or 4 ? 503 : 200);
        await RegisterAsync(environment, receiver);
        await receiver.NextAsync();
        await AdjustAsync(environment, silent: false);
        long[] attempts = [Control(await receiver.NextAsync()), Control(await receiver.NextAsync()), Control(await receiver.NextAsync())];

        await Eventually.TrueAsync(async () => (await environment.StateAsync())["events"]!["failed"]!.GetValue<int>() == 1, "the event is in the error log");
        var error = (await environment.StateAsync())["events"]!["errors"]![0]!;
        Assert.Equal(("integration", "XCIInventoryOnHandChangedBusinessEvent", "status 503"), (error.Text("endpoint"), error.Text("event"), error.Text("reason")));

        Assert.Equal(1, (await environment.ControlAsync("events/resend", []))["resent"]!.GetValue<int>());
        Assert.Equal(attempts[0], Control(await receiver.NextAsync()));
        Assert.Single(attempts.Distinct());
        await Eventually.TrueAsync(async () => (await environment.StateAsync())["events"]!["failed"]!.GetValue<int>() == 0, "the error log is empty");
    }

    [Fact]
    public async Task Only_activated_companies_raise_events_and_silent_changes_none()
    {
        await using var environment = await Environment.StartAsync();
        await using var receiver = await EventReceiver.StartAsync(_ => 200);
        await RegisterAsync(environment, receiver, ("legalEntities", new JsonArray("demf")));
        await receiver.NextAsync();

        await AdjustAsync(environment, silent: false);
        await AdjustAsync(environment, silent: true, "demf");
        await AdjustAsync(environment, silent: false, "demf");

        Assert.Equal("DEMF", (await receiver.NextAsync()).Text("LegalEntity"));
        Assert.Equal(2, receiver.Received);
    }

    [Fact]
    public async Task Endpoints_and_control_numbers_outlive_a_restart_and_duplicates_keep_their_id()
    {
        await using var environment = await Environment.StartAsync(settings => settings.DuplicateEvents = true);
        await using var receiver = await EventReceiver.StartAsync(_ => 200);
        await RegisterAsync(environment, receiver);
        var first = Control(await receiver.NextAsync());

        await environment.RestartAsync();
        await AdjustAsync(environment, silent: false);

        var (one, two) = (await receiver.NextAsync(), await receiver.NextAsync());
        Assert.Equal(one.Text("EventId"), two.Text("EventId"));
        Assert.True(Control(one) > first);
        Assert.Equal(204, (await environment.SendAsync(HttpMethod.Delete, "/_sandbox/events")).Status);
        Assert.Empty((await environment.GetAsync("BusinessEventsEndpoints")).Rows);
        Assert.Empty((await environment.GetAsync("BusinessEventsConfigurations")).Rows);
    }

    [Fact]
    public async Task A_data_event_tells_of_a_record_in_the_words_of_its_virtual_table()
    {
        await using var environment = await Environment.StartAsync();
        await using var receiver = await EventReceiver.StartAsync(_ => 200);
        await RegisterAsync(environment, receiver, ("events", new JsonArray()), ("dataEvents", new JsonArray("CustomersV3")));
        await receiver.NextAsync();

        await environment.MadeAsync("CustomersV3", new JsonObject { ["dataAreaId"] = "usmf", ["CustomerAccount"] = "XC-1", ["CustomerGroupId"] = "WEB", ["OrganizationName"] = "New" });
        var made = await receiver.NextAsync();
        await environment.PatchAsync("CustomersV3(dataAreaId='usmf',CustomerAccount='XC-1')", new JsonObject { ["OnHoldStatus"] = "All" });
        var changed = await receiver.NextAsync();

        Assert.Equal(("OnExternalCreated", "mserp_custcustomerv3entity", Guid.Empty.ToString()), (made.Text("MessageName"), made.Text("PrimaryEntityName"), made.Text("PrimaryEntityId")));
        Assert.Equal("XC-1", Attribute(made, "mserp_customeraccount")!.GetValue<string>());
        Assert.Equal("OnExternalUpdated", changed.Text("MessageName"));
        Assert.Equal(200_000_002, Attribute(changed, "mserp_onholdstatus")!["Value"]!.GetValue<int>());
        Assert.Null(Attribute(changed, "mserp_customergroupid"));
        Assert.Matches(@"^/Date\(\d+\+0000\)/$", changed.Text("OperationCreatedOn"));
    }

    private static JsonNode? Attribute(JsonNode message, string name) =>
        message["InputParameters"]![0]!["value"]!["Attributes"]!.AsArray().FirstOrDefault(attribute => attribute!.Text("key") == name)?["value"];

    private static long Control(JsonNode body) => body["ControlNumber"]!.GetValue<long>();

    private static JsonObject Endpoint(EventReceiver receiver, params (string Name, JsonNode Value)[] more)
    {
        var endpoint = new JsonObject { ["url"] = new Uri(receiver.Url, "/events").ToString(), ["headerName"] = "X-Event-Secret", ["headerValue"] = "s3cret" };
        foreach (var (name, value) in more)
        {
            endpoint[name] = value;
        }

        return endpoint;
    }

    private static Task<JsonNode> RegisterAsync(Environment environment, EventReceiver receiver, params (string Name, JsonNode Value)[] more) => environment.ControlAsync("events", Endpoint(receiver, more));

    private static Task<JsonNode> AdjustAsync(Environment environment, bool silent, string company = "usmf") => environment.ControlAsync("stock/adjust", new JsonObject
    {
        ["silent"] = silent, ["company"] = company, ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = 1 }),
    });
}
