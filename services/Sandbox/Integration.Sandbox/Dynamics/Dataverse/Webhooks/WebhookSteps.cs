using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Webhooks;

/// <summary>Reads the enabled steps from the rows that register them.</summary>
internal static class WebhookSteps
{
    /// <summary>The steps that a change goes to.</summary>
    public static IEnumerable<WebhookStep> For(Books books, Committed change) => books.Table("sdkmessageprocessingstep").All()
        .Where(step => step.Whole("statecode") == 0).Select(step => Read(books, step)).OfType<WebhookStep>()
        .Where(step => step.Message == change.Message && (step.Table is null || step.Table == change.Record.Table.Name))
        .Where(step => change.Message != "Update" || step.Columns.Count == 0 || step.Columns.Any(change.Touched.Contains));

    private static WebhookStep? Read(Books books, Record step)
    {
        Record? Linked(string lookup) => step.Link(lookup) is { } link ? books.Find(link.Table, link.Id) : null;
        return Linked("eventhandler") is { } endpoint && Linked("sdkmessageid") is { } message && Uri.TryCreate(endpoint.Text("url"), UriKind.Absolute, out var url)
            ? new WebhookStep(
                step.Id, step.Text("name"), message.Text("name"), Linked("sdkmessagefilterid")?.Text("primaryobjecttypecode"),
                step.Text("filteringattributes").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), url, endpoint.Whole("authtype"), endpoint.Text("authvalue"),
                [.. books.Table("sdkmessageprocessingstepimage").By(["sdkmessageprocessingstepid"], [step.Reference]).Select(StepImage.Of)])
            : null;
    }
}
