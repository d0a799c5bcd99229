using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Integration.Sandbox.Dynamics.Entra;

/// <summary>Gives access tokens and tells later whose they are. Safe for concurrent use.</summary>
internal sealed class AccessTokens(EntraOptions options) : ITokenCheck
{
    private const string Scheme = "Bearer ";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.SigningKey);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _given = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);
    private long _generation;
    private volatile bool _isRevoked;

    /// <summary>True: no token is good and none is given.</summary>
    public bool IsRevoked
    {
        get => _isRevoked;
        set => _isRevoked = value;
    }

    /// <summary>Tokens given to each application since the start.</summary>
    public IReadOnlyDictionary<string, int> Counts
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<string, int>(_counts);
            }
        }
    }

    /// <summary>Ends every token given so far.</summary>
    public void Expire() => Interlocked.Increment(ref _generation);

    /// <summary>Gives a token.</summary>
    /// <exception cref="EntraFault">The application asks for tokens in a loop.</exception>
    public string Give(AppRegistration app, string resource)
    {
        var now = options.Time.GetUtcNow();
        Count(app.ClientId, now);
        var claims = new JsonObject
        {
            ["aud"] = resource,
            ["iss"] = $"https://sts.windows.net/{options.Tenant}/",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + options.Settings.TokenLifetime).ToUnixTimeSeconds(),
            ["appid"] = app.ClientId,
            ["oid"] = app.ObjectId,
            ["tid"] = options.Tenant,
            ["uti"] = Guid.NewGuid().ToString("n"),
            ["generation"] = Interlocked.Read(ref _generation),
            ["ver"] = "1.0",
        };
        return SignedToken.Write(new JsonObject { ["typ"] = "JWT", ["alg"] = "HS256" }, claims, text => HMACSHA256.HashData(_key, text));
    }

    /// <inheritdoc/>
    public EntraApp? AppOf(string? authorization, Uri audience)
    {
        if (IsRevoked || authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true || SignedToken.Read(authorization[Scheme.Length..].Trim()) is not { } token
            || !CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, token.Signed), token.Signature))
        {
            return null;
        }

        var now = options.Time.GetUtcNow();
        var app = options.Applications.FirstOrDefault(known => known.ClientId.Equals(SignedToken.Text(token.Claims, "appid"), StringComparison.OrdinalIgnoreCase));
        return app is not null && token.Instant("exp") > now && token.Claims.GetProperty("generation").GetInt64() >= Interlocked.Read(ref _generation)
            && SignedToken.Text(token.Claims, "tid") == options.Tenant && !options.Settings.Disabled.Contains(app.ClientId, StringComparer.OrdinalIgnoreCase)
            && SignedToken.Text(token.Claims, "aud").Equals(audience.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
            ? new EntraApp(app.ClientId, app.ObjectId) : null;
    }

    private void Count(string clientId, DateTimeOffset now)
    {
        var settings = options.Settings;
        lock (_gate)
        {
            if (!_given.TryGetValue(clientId, out var given))
            {
                _given[clientId] = given = new Queue<DateTimeOffset>();
            }

            while (given.TryPeek(out var oldest) && oldest <= now - settings.TokenWindow)
            {
                given.Dequeue();
            }

            if (settings.MaxTokens > 0 && given.Count >= settings.MaxTokens)
            {
                throw new EntraFault(429, "invalid_grant", 50196, "The server terminated an operation because it encountered a client request loop. Please contact your app vendor.")
                {
                    RetryAfter = (int)Math.Ceiling((given.Peek() + settings.TokenWindow - now).TotalSeconds),
                };
            }

            given.Enqueue(now);
            _counts[clientId] = _counts.GetValueOrDefault(clientId) + 1;
        }
    }
}
