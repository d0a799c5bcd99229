using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Probing;

/// <summary>Looks for the configured endpoint version in <c>GET /entity</c>.</summary>
internal static class EndpointProbe
{
    public static ProbeFinding Examine(EntityAnswer versions, AcumaticaSettings settings)
    {
        var endpoints = (versions.Body?["endpoints"] as JsonArray)?.OfType<JsonObject>().ToList();
        if (endpoints is null)
            return new ProbeFinding("endpoint", ProbeLevel.NotChecked, "The list of endpoints was not given.", "Open /entity of the instance in a browser and compare.");
        var sameName = endpoints.Where(endpoint => (string?)endpoint["name"] == settings.Endpoint).Select(endpoint => (string?)endpoint["version"]).ToList();
        return sameName.Contains(settings.EndpointVersion)
            ? new ProbeFinding("endpoint", ProbeLevel.Ok, $"The endpoint {settings.Endpoint}/{settings.EndpointVersion} is there.")
            : new ProbeFinding("endpoint", ProbeLevel.Failed, $"The endpoint {settings.Endpoint}/{settings.EndpointVersion} is not there.",
                sameName.Count > 0 ? $"Set endpointVersion to one of: {string.Join(", ", sameName)}; 22.200.001 is the oldest that works." : "Set endpoint and endpointVersion to one of Web Service Endpoints (SM207060).");
    }
}
