using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Integration.Sandbox.Shop.Api;

/// <summary>Finds the format of an answer: the path's suffix, else the Accept header.</summary>
internal static class FormatNegotiation
{
    public const string Json = "application/json";
    public const string JsonLd = "application/ld+json";
    public const string Html = "text/html";

    private const string Supported = $"\"{Json}\", \"{JsonLd}\", \"{Html}\"";

    /// <exception cref="ApiProblemException">406: nothing of what the client accepts is offered.</exception>
    public static ApiFormat Negotiate(HttpRequest request, string suffix)
    {
        if (suffix.Length > 0)
        {
            return suffix == ".jsonld" ? ApiFormat.JsonLd : ApiFormat.Json;
        }

        var text = request.Headers.Accept.ToString();
        if (text.Length == 0)
        {
            return ApiFormat.Json;
        }

        var wanted = MediaTypeHeaderValue.TryParseList([text], out var parsed) ? parsed : [];
        foreach (var type in wanted.OrderByDescending(type => type.Quality ?? 1))
        {
            switch (type.MediaType.Value?.ToLowerInvariant())
            {
                case Json or "*/*" or "application/*":
                    return ApiFormat.Json;
                case JsonLd:
                    return ApiFormat.JsonLd;
                case Html or "text/*":
                    return ApiFormat.Html;
            }
        }

        throw new ApiProblemException(
            StatusCodes.Status406NotAcceptable, $"Requested format \"{text}\" is not supported. Supported MIME types are {Supported}.");
    }

    /// <summary>The type of a request's body must be one of the two JSON types; parameters such as a charset do not matter.</summary>
    /// <exception cref="ApiProblemException">415.</exception>
    public static void CheckContentType(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType))
        {
            throw new ApiProblemException(StatusCodes.Status415UnsupportedMediaType, "The \"Content-Type\" header must exist.");
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.MediaType.Value?.ToLowerInvariant() is not (Json or JsonLd))
        {
            throw new ApiProblemException(
                StatusCodes.Status415UnsupportedMediaType,
                $"The content-type \"{contentType}\" is not supported. Supported MIME types are {Supported}.");
        }
    }
}
