using System.Text.Json.Nodes;
using System.Xml.Linq;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Webhooks;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Registers webhooks as the plug-in registration tool does: by rows.</summary>
internal sealed class WebhookDesk(Books books, WebhookSender sender)
{
    private const long Webhook = 8;
    private const long HttpHeader = 5;

    public async Task<JsonObject> RegisterAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        await books.RunAsync(
            transaction =>
            {
                transaction.User = Seed.Person;
                var endpoint = transaction.Insert(new Record(transaction.Schema["serviceendpoint"], Guid.NewGuid())).Set("name", $"{request.Entity} webhook").Set("contract", Webhook)
                    .Set("url", request.Url.ToString()).Set("authtype", HttpHeader).Set("authvalue", Secret(request));
                foreach (var message in request.Messages)
                {
                    Register(transaction, request, endpoint, message);
                }

                return true;
            },
            cancellationToken);
        return State();
    }

    public Task<bool> RemoveAllAsync(CancellationToken cancellationToken) => books.RunAsync(
        transaction =>
        {
            foreach (var record in ((string[])["sdkmessageprocessingstepimage", "sdkmessageprocessingstep", "serviceendpoint"]).SelectMany(transaction.All))
            {
                transaction.Delete(record);
            }

            return true;
        },
        cancellationToken);

    public JsonObject State() => new()
    {
        ["steps"] = new JsonArray([.. books.Table("sdkmessageprocessingstep").All().Select(step => new JsonObject
        {
            ["id"] = step.Id, ["name"] = step.Text("name"), ["columns"] = step.Text("filteringattributes"),
            ["url"] = step.Link("eventhandler") is { } endpoint ? books.Find(endpoint.Table, endpoint.Id)?.Text("url") : null,
        })]),
        ["sent"] = sender.Sent,
        ["failed"] = sender.Failed,
    };

    private static void Register(Transaction transaction, WebhookRequest request, Record endpoint, string message)
    {
        var filter = SeedCatalogue.Link("sdkmessagefilter", $"{message}:{request.Entity}");
        if (transaction.Find(filter) is null)
        {
            throw new DataverseFault(404, ErrorCode.ObjectDoesNotExist, $"There is no message {message} of {request.Entity}.");
        }

        var step = transaction.Insert(new Record(transaction.Schema["sdkmessageprocessingstep"], Guid.NewGuid())).Set("name", $"{request.Entity} {message}").Set("stage", 40L).Set("mode", 1L).Set("rank", 1L)
            .Set("sdkmessageid", SeedCatalogue.Link("sdkmessage", message)).Set("sdkmessagefilterid", filter).Set("eventhandler", endpoint.Reference)
            .Set("filteringattributes", request.Columns.Count > 0 ? string.Join(',', request.Columns) : null).Set("statecode", 0L).Set("statuscode", 1L);
        if (request.Image.Count > 0)
        {
            transaction.Insert(new Record(transaction.Schema["sdkmessageprocessingstepimage"], Guid.NewGuid())).Set("name", "image").Set("entityalias", "image")
                .Set("imagetype", message == "Delete" ? StepImage.Before : StepImage.After).Set("messagepropertyname", StepImage.Parameter(message))
                .Set("attributes", string.Join(',', request.Image)).Set("sdkmessageprocessingstepid", step.Reference);
        }
    }

    private static string? Secret(WebhookRequest request) => request.HeaderName is { } name
        ? new XElement("settings", new XElement("setting", new XAttribute("name", name), new XAttribute("value", request.HeaderValue ?? ""))).ToString(SaveOptions.DisableFormatting) : null;
}
