using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.DualWrite.ToDataverse;

/// <summary>Days: noon in UTC in Finance and Operations, midnight in Dataverse.</summary>
internal static class Days
{
    public static DateTimeOffset? Of(Row row, string property) => row.Instant(property) is { } instant ? new DateTimeOffset(instant.UtcDateTime.Date, TimeSpan.Zero) : null;
}
