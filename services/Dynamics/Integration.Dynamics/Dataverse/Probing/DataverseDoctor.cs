using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Probing;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Dataverse.SalesOrders;

namespace Integration.Dynamics.Dataverse.Probing;

/// <summary>Examines a Dataverse organization without writing anything.</summary>
internal sealed class DataverseDoctor(DataverseClient client, ConnectionDefinition connection, DynamicsSettings settings, TimeProvider clock)
{
    /// <summary>All findings; when the organization cannot be reached or refuses the sign-in, only that.</summary>
    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(CancellationToken ct)
    {
        var me = await client.GetAsync("WhoAmI", ct);
        if (Closed(me.Failure) is { } closed) return [closed];
        return
        [
            new("reachability", ProbeLevel.Ok, $"{connection.Url.Host} answers."),
            new("credentials", ProbeLevel.Ok, "Microsoft Entra gave a token, and Dataverse accepts it."),
            ClockProbe.Examine(me.SourceTime, clock, "Tokens are good for an hour by the clock."),
            .. await new TableProbe(client, settings).ExamineAsync(ct),
            .. await new PricingProbe(client, settings, clock).ExamineAsync(me.Record?.Id("UserId"), ct),
            .. settings.HasDualWrite ? await new DualWriteProbe(client, settings, clock).ExamineAsync(ct) : [],
        ];
    }

    /// <summary>Checks the targets of a pair's lookups: shipping methods of Sales are numbered options.</summary>
    public static IReadOnlyList<ProbeFinding> ExamineLookups(JsonObject lookups)
    {
        var codes = lookups[SalesMapping.DeliveryModes]?["codes"] as JsonObject ?? [];
        return
        [
            .. codes.Where(code => !int.TryParse(code.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : "", out _)).Select(code => new ProbeFinding(
                "target", ProbeLevel.Failed, $"lookup {SalesMapping.DeliveryModes}, code '{code.Key}': Sales names shipping methods by numbers.", "Write the value of the option of shippingmethodcode, such as \"2\" for DHL.")),
        ];
    }

    private static ProbeFinding? Closed(WriteOutcome? failure) => failure switch
    {
        null => null,
        WriteOutcome.Denied denied => new ProbeFinding("credentials", ProbeLevel.Failed, denied.Reason, "See docs/dynamics.md, Set-up."),
        WriteOutcome.Throttled => new ProbeFinding("reachability", ProbeLevel.Failed, "Dataverse asks for fewer calls.", "Try again later; lower callsPerMinute."),
        WriteOutcome.Unavailable unavailable => new ProbeFinding("reachability", ProbeLevel.Failed, unavailable.Reason, "Check the address and that the environment runs."),
        _ => new ProbeFinding("reachability", ProbeLevel.Failed, "The address answers, but not as Dataverse's Web API does.", "Write the environment's address, such as https://contoso.crm.dynamics.com/."),
    };
}
