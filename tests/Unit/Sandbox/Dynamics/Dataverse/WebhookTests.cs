using System.Net;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Control;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class WebhookTests
{
    private static Task<JsonNode> RegisterAsync(Org org, WebhookReceiver receiver, string table, string[]? messages = null, string[]? columns = null, string[]? image = null) => org.ControlAsync("webhooks", new JsonObject
    {
        ["url"] = receiver.Url, ["entity"] = table, ["headerName"] = "X-Webhook-Key", ["headerValue"] = "s3cret",
        ["messages"] = Names(messages ?? ["Create", "Update", "Delete"]), ["columns"] = Names(columns), ["image"] = Names(image),
    });

    [Fact]
    public async Task A_new_record_is_told_with_the_key_the_headers_and_the_callers_tag()
    {
        await using var org = await Org.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        await RegisterAsync(org, receiver, "account");

        var account = await org.MakeAsync("accounts?tag=xcart-bridge", new() { ["name"] = "A", ["creditlimit"] = 5m, ["paymenttermscode"] = 1 });
        var call = await receiver.NextAsync();

        Assert.Equal(("s3cret", "sandbox", "account", "Create"),
            (call.Headers["X-Webhook-Key"], call.Headers["x-ms-dynamics-organization"], call.Headers["x-ms-dynamics-entity-name"], call.Headers["x-ms-dynamics-request-name"]));
        Assert.Equal(call.Body.Text("CorrelationId"), call.Headers["x-ms-correlation-request-id"]);
        Assert.False(call.Headers.ContainsKey("x-ms-dynamics-msg-size-exceeded"));
        Assert.Equal(("Create", "account", account.Text("accountid"), 1, 40), (call.Body.Text("MessageName"), call.Body.Text("PrimaryEntityName"), call.Body.Text("PrimaryEntityId"), call.Body.Whole("Mode"), call.Body.Whole("Stage")));
        Assert.Equal(Seed.ApplicationUser, call.Body.Id("UserId"));
        Assert.Equal(("tag", "xcart-bridge"), (call.Body["SharedVariables"]![0]!.Text("key"), call.Body["SharedVariables"]![0]!.Text("value")));
        Assert.Equal(("Entity:http://schemas.microsoft.com/xrm/2011/Contracts", "account"), (call.Target.Text("__type"), call.Target.Text("LogicalName")));
        Assert.Equal(("OptionSetValue:http://schemas.microsoft.com/xrm/2011/Contracts", 1), (call.Value("paymenttermscode")!.Text("__type"), call.Value("paymenttermscode")!.Whole("Value")));
        Assert.Equal(("Money:http://schemas.microsoft.com/xrm/2011/Contracts", 5m), (call.Value("creditlimit")!.Text("__type"), call.Value("creditlimit")!.Amount("Value")));
        Assert.Equal("systemuser", call.Value("ownerid")!.Text("LogicalName"));
        Assert.Matches(@"^/Date\(\d+\)/$", call.Value("createdon")!.GetValue<string>());
        Assert.Matches(@"^/Date\(\d+\+0000\)/$", call.Body.Text("OperationCreatedOn"));
    }

    [Fact]
    public async Task An_update_tells_the_columns_sent_and_those_that_changed_with_them()
    {
        await using var org = await Org.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        var order = await org.OrderAsync();
        await RegisterAsync(org, receiver, "salesorder", ["Update"]);

        await org.PatchAsync($"salesorders({order.Id("salesorderid")})", new() { ["freightamount"] = 5m, ["name"] = "Web order", ["description"] = null });
        var call = await receiver.NextAsync();

        Assert.Superset(new HashSet<string>(["freightamount", "totalamount", "name", "description", "modifiedon", "salesorderid"]), call.Columns.ToHashSet());
        Assert.DoesNotContain("ordernumber", call.Columns);
        Assert.DoesNotContain("versionnumber", call.Columns);
        Assert.Null(call.Value("description"));
        Assert.Equal(22.90m, call.Value("totalamount")!.Amount("Value"));
        Assert.Empty(call.Body["SharedVariables"]!.AsArray());
    }

    [Fact]
    public async Task An_update_of_other_columns_than_the_registered_ones_is_not_told()
    {
        await using var org = await Org.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        var order = await org.OrderAsync();
        await RegisterAsync(org, receiver, "salesorder", ["Update"], ["statecode"]);

        await org.PatchAsync($"salesorders({order.Id("salesorderid")})", new() { ["name"] = "B" });
        await org.ControlAsync("ship", new() { ["orderNbr"] = order.Text("ordernumber") });

        var call = await receiver.NextAsync();
        Assert.Equal(3, call.Value("statecode")!.Whole("Value"));
        Assert.Equal(1, receiver.Received);
    }

    [Fact]
    public async Task A_deletion_tells_its_record_by_reference()
    {
        await using var org = await Org.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        var account = await org.MakeAsync("accounts", new() { ["name"] = "A" });
        await RegisterAsync(org, receiver, "account", ["Delete"]);

        await org.DeleteAsync($"accounts({account.Id("accountid")})");

        var call = await receiver.NextAsync();
        Assert.Equal(("EntityReference:http://schemas.microsoft.com/xrm/2011/Contracts", account.Text("accountid")), (call.Target.Text("__type"), call.Target.Text("Id")));
    }

    [Fact]
    public async Task A_step_with_an_image_shows_the_record_after_a_change_and_before_a_deletion()
    {
        await using var org = await Org.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        await RegisterAsync(org, receiver, "account", image: ["name", "fax", "emailaddress1"]);
        var account = await org.MakeAsync("accounts", new() { ["name"] = "A", ["emailaddress1"] = "a@example.com" });
        var made = await receiver.NextAsync();
        await org.PatchAsync($"accounts({account.Id("accountid")})", new() { ["name"] = "B" });
        var changed = await receiver.NextAsync();
        await org.DeleteAsync($"accounts({account.Id("accountid")})");
        var deleted = await receiver.NextAsync();

        // What is empty is left out.
        Assert.Equal(["accountid a", "emailaddress1 a@example.com", "name A"], Image(made, "PostEntityImages"));
        Assert.Equal(["accountid a", "emailaddress1 a@example.com", "name B"], Image(changed, "PostEntityImages"));
        Assert.Equal(["accountid a", "emailaddress1 a@example.com", "name B"], Image(deleted, "PreEntityImages"));
        foreach (var (call, part) in (IEnumerable<(WebhookCall, string)>)[(made, "PreEntityImages"), (changed, "PreEntityImages"), (deleted, "PostEntityImages")]) Assert.Empty(call.Body[part]!.AsArray());

        IEnumerable<string> Image(WebhookCall call, string part)
        {
            var image = Assert.Single(call.Body[part]!.AsArray())!;
            Assert.Equal(("image", "account"), (image.Text("key"), image["value"]!.Text("LogicalName")));
            return image["value"]!["Attributes"]!.AsArray().Select(attribute => $"{attribute!.Text("key")} {attribute!.Text("value").Replace(account.Text("accountid"), "a", StringComparison.Ordinal)}").Order(StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData("Create", 1, "Id", HttpStatusCode.NoContent)]
    [InlineData("Create", 0, "Id", HttpStatusCode.BadRequest)]
    [InlineData("Create", 1, "Target", HttpStatusCode.BadRequest)]
    [InlineData("Update", 2, "Target", HttpStatusCode.NoContent)]
    [InlineData("Delete", 0, "Target", HttpStatusCode.NoContent)]
    [InlineData("Delete", 2, "Target", HttpStatusCode.BadRequest)]
    public async Task An_image_is_registered_by_a_row_where_there_is_something_to_show_and_goes_with_its_step(string message, int type, string property, HttpStatusCode expected)
    {
        await using var org = await Org.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        await RegisterAsync(org, receiver, "account", [message]);
        var step = Assert.Single((await org.GetAsync("sdkmessageprocessingsteps")).Rows)!.Id("sdkmessageprocessingstepid");

        var answer = await org.PostAsync("sdkmessageprocessingstepimages", new()
        {
            ["name"] = "record", ["entityalias"] = "record", ["imagetype"] = type, ["messagepropertyname"] = property, ["attributes"] = "name", ["sdkmessageprocessingstepid@odata.bind"] = $"/sdkmessageprocessingsteps({step})",
        });

        Assert.Equal(expected, answer.Status);
        await org.DeleteAsync($"sdkmessageprocessingsteps({step})");
        Assert.Empty((await org.GetAsync("sdkmessageprocessingstepimages")).Rows);
    }

    [Theory]
    [InlineData(502, 2)]
    [InlineData(503, 2)]
    [InlineData(504, 2)]
    [InlineData(500, 1)]
    [InlineData(429, 1)]
    [InlineData(404, 1)]
    public async Task Only_a_gateway_or_an_unavailable_receiver_is_tried_once_more_and_a_failed_job_stays(int status, int attempts)
    {
        await using var org = await Org.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(_ => status);
        await RegisterAsync(org, receiver, "account", ["Create"]);

        await org.MakeAsync("accounts", new() { ["name"] = "A" });

        await Eventually.TrueAsync(async () => (await org.StateAsync()).Whole("failedJobs") == 1, "the system job is there");
        Assert.Equal(attempts, receiver.Received);
        var job = Assert.Single((await org.GetAsync("asyncoperations?$filter=statuscode eq 31&$expand=owningextensionid($select=name)")).Rows)!;
        Assert.Equal("account Create", job["owningextensionid"]!.Text("name"));
        Assert.Contains($"{status}", job.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_in_time_is_not_tried_again()
    {
        await using var org = await Org.StartAsync(settings => settings.WebhookTimeout = TimeSpan.FromMilliseconds(100));
        var cancel = TestContext.Current.CancellationToken;
        using var gate = new SemaphoreSlim(0);
        await using var receiver = await WebhookReceiver.StartAsync(_ =>
        {
            gate.Wait(TimeSpan.FromSeconds(20), cancel);
            return 200;
        });
        await RegisterAsync(org, receiver, "account", ["Create"]);

        await org.MakeAsync("accounts", new() { ["name"] = "A" });

        await Eventually.TrueAsync(async () => (await org.StateAsync()).Whole("failedJobs") == 1, "the system job is there");
        gate.Release();
        Assert.Equal(1, receiver.Received);
    }

    [Fact]
    public async Task The_second_attempt_may_succeed()
    {
        await using var org = await Org.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(number => number == 1 ? 503 : 204);
        await RegisterAsync(org, receiver, "account", ["Create"]);

        await org.MakeAsync("accounts", new() { ["name"] = "A" });

        await Eventually.TrueAsync(async () => (await org.SendAsync(HttpMethod.Get, "/_sandbox/webhooks")).Json.Whole("sent") == 1, "the webhook is taken");
        Assert.Equal(0, (await org.StateAsync()).Whole("failedJobs"));
    }

    [Fact]
    public async Task A_body_beyond_the_size_comes_without_its_content()
    {
        await using var org = await Org.StartAsync(settings => settings.WebhookSize = 3000);
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        await RegisterAsync(org, receiver, "account", ["Create"]);

        var account = await org.MakeAsync("accounts", new() { ["name"] = "A", ["description"] = new string('x', 2000) });

        var call = await receiver.NextAsync();
        Assert.Equal("true", call.Headers["x-ms-dynamics-msg-size-exceeded"]);
        Assert.Empty(call.Body["InputParameters"]!.AsArray());
        Assert.Equal(account.Text("accountid"), call.Body.Text("PrimaryEntityId"));
    }

    [Theory]
    [InlineData(5, "<settings><setting name=\"x-key\" value=\"s3cret\" /></settings>", "")]
    [InlineData(6, "<settings><setting name=\"key\" value=\"s3cret\" /></settings>", "?key=s3cret")]
    [InlineData(4, "s3cret", "?code=s3cret")]
    public async Task Steps_are_registered_by_rows_and_the_secret_cannot_be_read_back(int type, string secret, string query)
    {
        await using var org = await Org.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        var filter = Assert.Single((await org.GetAsync("sdkmessagefilters?$filter=primaryobjecttypecode eq 'account' and sdkmessageid/name eq 'Create'")).Rows)!;

        var endpoint = await org.MakeAsync("serviceendpoints", new() { ["name"] = "Bridge", ["contract"] = 8, ["url"] = receiver.Url, ["authtype"] = type, ["authvalue"] = secret });
        await org.MakeAsync("sdkmessageprocessingsteps", new()
        {
            ["name"] = "Bridge", ["stage"] = 40, ["mode"] = 1, ["sdkmessageid@odata.bind"] = $"/sdkmessages({filter.Id("_sdkmessageid_value")})",
            ["sdkmessagefilterid@odata.bind"] = $"/sdkmessagefilters({filter.Id("sdkmessagefilterid")})", ["eventhandler_serviceendpoint@odata.bind"] = $"/serviceendpoints({endpoint.Id("serviceendpointid")})",
        });
        await org.MakeAsync("accounts", new() { ["name"] = "A" });

        var call = await receiver.NextAsync();
        Assert.Equal(query, call.Query);
        Assert.Equal(type == 5 ? "s3cret" : "", call.Headers.GetValueOrDefault("x-key", ""));
        Assert.False(endpoint.AsObject().ContainsKey("authvalue"));
        Assert.Equal(400, (await org.GetAsync("serviceendpoints?$select=authvalue")).Error.Status);
    }

    [Fact]
    public async Task What_is_not_played_is_said()
    {
        await using var org = await Org.StartAsync();

        Assert.Equal(HttpStatusCode.NotImplemented, (await org.PostAsync("serviceendpoints", new() { ["name"] = "Bus", ["contract"] = 2 })).Status);
    }

    [Fact]
    public async Task Steps_outlive_a_restart_are_switched_off_and_removed()
    {
        await using var org = await Org.StartAsync(settings => settings.DuplicateWebhooks = true);
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        await RegisterAsync(org, receiver, "account", ["Create"]);
        await org.RestartAsync();

        await org.MakeAsync("accounts", new() { ["name"] = "A" });
        Assert.Equal((await receiver.NextAsync()).Body.Text("OperationId"), (await receiver.NextAsync()).Body.Text("OperationId"));
        var step = Assert.Single((await org.GetAsync("sdkmessageprocessingsteps")).Rows)!;
        await org.PatchAsync($"sdkmessageprocessingsteps({step.Id("sdkmessageprocessingstepid")})", new() { ["statecode"] = 1 });
        await org.MakeAsync("accounts", new() { ["name"] = "B" });
        await org.SendAsync(HttpMethod.Delete, "/_sandbox/webhooks");
        await org.MakeAsync("accounts", new() { ["name"] = "C" });

        Assert.Empty((await org.SendAsync(HttpMethod.Get, "/_sandbox/webhooks")).Json["steps"]!.AsArray());
        Assert.Equal(2, receiver.Received);
    }

    private static JsonArray Names(string[]? names) => [.. (names ?? []).Select(name => (JsonNode)name)];
}
