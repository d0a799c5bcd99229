namespace Integration.Tests.Telemetry;

/// <summary>A span as an exporter sent it.</summary>
/// <param name="Service">The resource's service.name.</param>
/// <param name="TraceId">32 hex digits.</param>
/// <param name="SpanId">16 hex digits.</param>
/// <param name="ParentSpanId">16 hex digits, or empty for a root.</param>
/// <param name="Name">Its name.</param>
internal sealed record ReceivedSpan(string Service, string TraceId, string SpanId, string ParentSpanId, string Name);
