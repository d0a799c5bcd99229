using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Probing;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Probing;

/// <summary>Examines a connection without writing anything.</summary>
internal sealed class Doctor(FinanceClient client, ConnectionDefinition connection, DynamicsSettings settings, TimeProvider clock)
{
    /// <summary>All findings; when the environment cannot be reached or refuses the sign-in, only that.</summary>
    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(CancellationToken ct)
    {
        var products = await client.ListAsync("ReleasedProductsV2", new EntityQuery { Select = ["ItemNumber"], Top = 1 }, ct);
        if (Closed(products.Failure) is { } closed) return [closed];
        List<ProbeFinding> findings =
        [
            new("reachability", ProbeLevel.Ok, $"{connection.Url.Host} answers."),
            new("credentials", ProbeLevel.Ok, "Microsoft Entra gave a token, and F&O accepts it."),
            CompanyAccess(products),
            ClockProbe.Examine(products.SourceTime, clock, "Tokens are good for an hour by the clock."),
            .. SetUpProbe.Examine(connection, settings),
            .. await new EntityProbe(client, settings).ExamineAsync(ct),
        ];
        findings.AddRange(await new ReturnProbe(client, settings).ExamineAsync(ct));
        findings.AddRange(await new TargetProbe(client).ExamineAsync(TargetProbe.OfSettings(settings), ct));
        findings.AddRange(await new OrderItemProbe(client, settings).ExamineAsync(ct));
        return findings;
    }

    /// <summary>Checks the targets of a pair's lookups.</summary>
    public Task<IReadOnlyList<ProbeFinding>> ExamineLookupsAsync(JsonObject lookups, CancellationToken ct) => new TargetProbe(client).ExamineAsync(TargetProbe.OfLookups(lookups), ct);

    // Without access F&O answers with nothing, not with an error; a company that sells has products.
    private ProbeFinding CompanyAccess(ODataPage<FinanceRecord> products) => products switch
    {
        { Failure: not null } => new ProbeFinding("legal-entity", ProbeLevel.NotChecked, "Released products cannot be read, so access to the legal entity was not checked.", "Give the integration's user a role that reads released products."),
        { Records.Count: > 0 } => new ProbeFinding("legal-entity", ProbeLevel.Ok, $"The legal entity {settings.LegalEntity} shows its records."),
        _ => new ProbeFinding("legal-entity", ProbeLevel.Failed, $"F&O shows no released product of the legal entity {settings.LegalEntity}: there is none, or the integration's user may not see the company. F&O answers both with an empty list.",
            $"Check the code, and give the user the organization {settings.LegalEntity} (System administration, Users, Assign organizations)."),
    };

    private static ProbeFinding? Closed(WriteOutcome? failure) => failure switch
    {
        WriteOutcome.Denied denied => new ProbeFinding("credentials", ProbeLevel.Failed, denied.Reason, "See docs/dynamics.md, Set-up."),
        WriteOutcome.Unavailable unavailable => new ProbeFinding("reachability", ProbeLevel.Failed, unavailable.Reason, "Check the address and that the environment runs."),
        WriteOutcome.Throttled => new ProbeFinding("reachability", ProbeLevel.Failed, "F&O asks for fewer calls.", "Try again later; lower callsPerMinute."),
        _ => null,
    };
}
