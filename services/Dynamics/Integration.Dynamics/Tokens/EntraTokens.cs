using System.Security.Cryptography;
using System.Text.Json;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Microsoft.Identity.Client;

namespace Integration.Dynamics.Tokens;

/// <summary>
/// Client credentials of Microsoft Entra by its own library, which also keeps the token. One caller at a time asks, so that a crowd of calls signs in once; a refused credential is
/// not tried again before its pause is over.
/// </summary>
internal sealed class EntraTokens : ITokenSource, IDisposable
{
    private static readonly TimeSpan[] HoldOff = [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    private readonly DynamicsSettings _settings;
    private readonly string[] _scopes;
    private readonly Credentials _credentials;
    private readonly TimeProvider _clock;
    private readonly Uri _authority;
    private readonly EntraHttpFactory _factory;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IConfidentialClientApplication? _app;
    private string _fingerprint = "";
    private WriteOutcome.Denied? _denied;
    private int _denials;
    private DateTimeOffset _deniedUntil;

    /// <summary>Signs in over <paramref name="http"/>, whose address is the authority's.</summary>
    public EntraTokens(OutsideHttp http, DynamicsSettings settings, string scope, Credentials credentials, TimeProvider clock)
    {
        _settings = settings;
        _scopes = [scope];
        _credentials = credentials;
        _clock = clock;
        _authority = new Uri(settings.Authority);
        _factory = new EntraHttpFactory(new EntraHandler(http, _authority));
    }

    /// <inheritdoc />
    public async Task<TokenAnswer> TokenAsync(string? refused, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var fingerprint = _credentials.Fingerprint();
            if (fingerprint != _fingerprint) (_app, _denied, _denials, _fingerprint) = (null, null, 0, fingerprint);
            if (!_credentials.Values.Any()) return new TokenAnswer(null, new WriteOutcome.Denied("Neither the secret clientSecret nor the secret certificate of the connection is set."));
            if (_denied is not null && _clock.GetUtcNow() < _deniedUntil) return new TokenAnswer(null, _denied);
            return Remembered(await AskAsync(refused, ct));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _turn.Dispose();
        _factory.Dispose();
    }

    private TokenAnswer Remembered(TokenAnswer answer)
    {
        if (answer.Failure is WriteOutcome.Denied denied)
        {
            _denied = denied;
            _deniedUntil = _clock.GetUtcNow() + HoldOff[Math.Min(_denials, HoldOff.Length - 1)];
            _denials++;
        }
        else if (answer.Token is not null)
        {
            (_denied, _denials) = (null, 0);
        }

        return answer;
    }

    private async Task<TokenAnswer> AskAsync(string? refused, CancellationToken ct)
    {
        try
        {
            _app ??= Build();
            var result = await _app.AcquireTokenForClient(_scopes).ExecuteAsync(ct);
            // Somebody else may have renewed it since it was refused.
            if (refused is not null && result.AccessToken == refused) result = await _app.AcquireTokenForClient(_scopes).WithForceRefresh(true).ExecuteAsync(ct);
            return new TokenAnswer(result.AccessToken);
        }
        catch (EntraUnansweredException unanswered)
        {
            return new TokenAnswer(null, unanswered.Outcome);
        }
        catch (CryptographicException)
        {
            return new TokenAnswer(null, new WriteOutcome.Denied("The secret certificate of the connection is no PEM text of a certificate with its private key."));
        }
        catch (MsalServiceException refusal)
        {
            return new TokenAnswer(null, Meaning(refusal));
        }
        catch (JsonException)
        {
            // A web page or half an answer.
            return new TokenAnswer(null, new WriteOutcome.Unavailable("The sign-in was answered without a token."));
        }
        catch (MsalClientException unclear)
        {
            return new TokenAnswer(null, new WriteOutcome.Unavailable($"The sign-in's answer cannot be understood ({unclear.ErrorCode})."));
        }
    }

    private static WriteOutcome Meaning(MsalServiceException refusal)
    {
        var code = EntraRefusal.CodeOf(refusal.Message) ?? EntraRefusal.CodeOf(refusal.ResponseBody);
        return refusal.StatusCode is >= 500 or < 400 || EntraRefusal.Passes(code)
            ? new WriteOutcome.Unavailable($"Microsoft Entra has trouble ({code ?? refusal.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture)}).")
            : new WriteOutcome.Denied(EntraRefusal.Words(code, refusal.ErrorCode));
    }

    private IConfidentialClientApplication Build()
    {
        var authority = new UriBuilder(_authority) { Scheme = Uri.UriSchemeHttps, Port = _authority.Port, Path = _settings.TenantId };
        var builder = ConfidentialClientApplicationBuilder.Create(_settings.ClientId)
            .WithAuthority(authority.Uri.AbsoluteUri, validateAuthority: false)
            .WithInstanceDiscovery(false)
            // Retries are our pipeline's and the gate's.
            .WithHttpClientFactory(_factory, retryOnceOn5xx: false);
        return (_credentials.Certificate is { } pem ? builder.WithCertificate(Credentials.Read(pem)) : builder.WithClientSecret(_credentials.ClientSecret ?? "")).Build();
    }
}
