using Integration.Platform.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integration.Platform.Hosting;

internal sealed class DatabaseHealth(IDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(5));
        await database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<long>("SELECT 1", null, ct), deadline.Token);
        return HealthCheckResult.Healthy();
    }
}
