using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integration.Tests.Telemetry;

/// <summary>Takes OTLP traces over HTTP/protobuf, as Jaeger would, and keeps their spans.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            Read(body.ToArray());
            return Results.Bytes([], "application/x-protobuf");
        });
        _server.MapPost("/v1/metrics", () => Results.Bytes([], "application/x-protobuf"));
    }

    /// <summary>What goes into OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
    public Uri Endpoint => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IReadOnlyCollection<ReceivedSpan> Spans => _spans;

    public static async Task<OtlpReceiver> StartAsync(CancellationToken ct)
    {
        var receiver = new OtlpReceiver();
        await receiver._server.StartAsync(ct);
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    // Field numbers of opentelemetry/proto/collector/trace/v1 and trace/v1.
    private void Read(byte[] request)
    {
        var resources = new ProtobufReader(request);
        while (resources.Next())
        {
            if (resources.Field != 1) continue;
            var service = "";
            var scopes = new List<byte[]>();
            var resource = new ProtobufReader(resources.Bytes);
            while (resource.Next())
            {
                if (resource.Field == 1) service = ServiceName(resource.Bytes);
                if (resource.Field == 2) scopes.Add(resource.Bytes.ToArray());
            }

            foreach (var scope in scopes) ReadScope(service, scope);
        }
    }

    private void ReadScope(string service, byte[] scope)
    {
        var spans = new ProtobufReader(scope);
        while (spans.Next())
        {
            if (spans.Field != 2) continue;
            var (trace, id, parent, name) = ("", "", "", "");
            var span = new ProtobufReader(spans.Bytes);
            while (span.Next())
            {
                switch (span.Field)
                {
                    case 1: trace = span.Hex; break;
                    case 2: id = span.Hex; break;
                    case 4: parent = span.Hex; break;
                    case 5: name = span.Text; break;
                }
            }

            _spans.Enqueue(new ReceivedSpan(service, trace, id, parent, name));
        }
    }

    private static string ServiceName(ReadOnlySpan<byte> resource)
    {
        var attributes = new ProtobufReader(resource);
        while (attributes.Next())
        {
            if (attributes.Field != 1) continue;
            var (key, value) = ("", "");
            var pair = new ProtobufReader(attributes.Bytes);
            while (pair.Next())
            {
                if (pair.Field == 1) key = pair.Text;
                if (pair.Field != 2) continue;
                var any = new ProtobufReader(pair.Bytes);
                if (any.Next() && any.Field == 1) value = any.Text;
            }

            if (key == "service.name") return value;
        }

        return "";
    }
}
