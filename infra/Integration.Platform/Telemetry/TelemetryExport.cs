using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Integration.Platform.Telemetry;

/// <summary>
/// Sends traces and metrics by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; without it nothing is collected.
/// All other settings are OpenTelemetry's own environment variables.
/// </summary>
internal sealed class TelemetryExport(string service) : IHostedService, IDisposable
{
    private OpenTelemetrySdk? _sdk;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")))
        {
            _sdk = OpenTelemetrySdk.Create(builder => builder
                .ConfigureResource(resource => resource.AddService(service, "integration", serviceInstanceId: InstanceId()))
                .WithTracing(tracing => tracing
                    .AddSource(IntegrationActivity.Name, "MassTransit", "Npgsql", "Microsoft.AspNetCore", "System.Net.Http")
                    .AddOtlpExporter(UseHttp))
                .WithMetrics(metrics => metrics
                    .AddMeter(
                        IntegrationMetrics.MeterName, "MassTransit", "Npgsql", "Microsoft.AspNetCore.Hosting", "System.Net.Http", "System.Runtime")
                    .AddOtlpExporter(UseHttp)));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _sdk?.TracerProvider.ForceFlush(3000);
        _sdk?.MeterProvider.ForceFlush(3000);
        return Task.CompletedTask;
    }

    public void Dispose() => _sdk?.Dispose();

    private static string InstanceId() => $"{Environment.MachineName}/{Environment.ProcessId}";

    private static void UseHttp(OtlpExporterOptions options)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL")))
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
        }
    }
}
