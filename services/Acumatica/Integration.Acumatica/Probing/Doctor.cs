using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Probing;

namespace Integration.Acumatica.Probing;

/// <summary>Examines a connection without writing anything.</summary>
internal sealed class Doctor(EntityClient client, SessionPool sessions, ConnectionDefinition connection, AcumaticaSettings settings, TimeProvider clock)
{
    /// <summary>All findings; when the system cannot be reached or refuses the sign-in, only that.</summary>
    public Task<IReadOnlyList<ProbeFinding>> ExamineAsync(CancellationToken ct) => sessions.UseAsync(async session =>
    {
        var versions = await client.ReadAsync(session, "entity", ct);
        if (SignIn(versions.Failure) is { Level: ProbeLevel.Failed } closed) return (IReadOnlyList<ProbeFinding>)[closed];
        List<ProbeFinding> findings =
        [
            new("reachability", ProbeLevel.Ok, $"{connection.Url.Host} answers."),
            new("credentials", ProbeLevel.Ok, $"The user and the connected application are accepted in the tenant {settings.Tenant}."),
            EndpointProbe.Examine(versions, settings),
            ClockProbe.Examine(versions.SourceTime, clock, "Sweeps go by the server's clock and work."),
            .. SetUpProbe.Examine(connection, settings),
        ];
        findings.Add(await new FieldProbe(client, settings).ExamineAsync(session, ct));
        findings.AddRange(await new RightsProbe(client, settings).ExamineAsync(session, ct));
        findings.AddRange(await new TargetProbe(client).ExamineAsync(session, TargetProbe.OfSettings(settings), ct));
        return findings;
    }, ct);

    /// <summary>Checks the targets of a pair's lookups.</summary>
    public Task<IReadOnlyList<ProbeFinding>> ExamineLookupsAsync(JsonObject lookups, CancellationToken ct) => sessions.UseAsync(async session =>
        (IReadOnlyList<ProbeFinding>)[
            .. await new TargetProbe(client).ExamineAsync(session, TargetProbe.OfLookups(lookups), ct),
            .. await new CashAccountProbe(client).ExamineAsync(session, lookups, ct),
            .. UnlistedTargets.Of(lookups, settings),
        ], ct);

    private static ProbeFinding? SignIn(WriteOutcome? failure) => failure switch
    {
        WriteOutcome.Denied denied => new ProbeFinding("credentials", ProbeLevel.Failed, denied.Reason, "Check client id, secret, user name and password, the user's roles and the free API sessions (SM604000)."),
        WriteOutcome.Unavailable unavailable => new ProbeFinding("reachability", ProbeLevel.Failed, unavailable.Reason, "Check the address and that the instance runs."),
        WriteOutcome.Throttled => new ProbeFinding("reachability", ProbeLevel.Failed, "Acumatica asks for fewer calls.", "Try again later; lower callsPerMinute."),
        WriteOutcome.Rejected rejected => new ProbeFinding("endpoint", ProbeLevel.Warning, $"The list of endpoints cannot be read: {rejected.Reasons[0].Message}", "Check that the address is the instance's own, including its virtual path."),
        _ => null,
    };
}
