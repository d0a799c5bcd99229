using System.Text.Json.Nodes;
using Integration.Dynamics.Hints;

namespace Integration.Dynamics.Dataverse.Hints;

/// <summary>Webhooks of Dataverse. One is sent once, twice or not at all, and in no order: only keys are taken of it. The echo of a write of ours names nothing.</summary>
/// <param name="tag">What our own writes are tagged with.</param>
/// <param name="records">The records that a webhook says to look at.</param>
internal sealed class WebhookHints(string tag, Func<WebhookBody, IEnumerable<(string Entity, string Id)>> records) : IPushKind
{
    /// <inheritdoc />
    public IEnumerable<(string Entity, string Id)>? RecordsOf(JsonNode body) =>
        WebhookBody.Of(body) is not { } webhook ? null : webhook.Record == Guid.Empty || webhook.Tag == tag ? [] : records(webhook);
}
