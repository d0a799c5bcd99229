namespace Integration.Mapping.Jsonata.Functions;

/// <summary>
/// What a function takes, for example <c>&lt;s-nn?:s&gt;</c> (https://docs.jsonata.org/programming, "Function signatures").
/// The return type is not checked.
/// </summary>
internal sealed class Signature
{
    private readonly List<SignatureParameter> _parameters = [];

    private Signature()
    {
    }

    /// <summary>Parameters that are not optional; what the higher-order functions go by.</summary>
    public int Required { get; private set; }

    public static Signature Parse(string text, int position)
    {
        var result = new Signature();
        var parameters = result._parameters;
        for (var i = 1; i < text.Length && text[i] is not (':' or '>'); i++)
        {
            switch (text[i])
            {
                case 's' or 'n' or 'b' or 'l' or 'o':
                    parameters.Add(new SignatureParameter($"{text[i]}m"));
                    break;
                case 'a':
                    parameters.Add(new SignatureParameter("asnblfom") { IsArray = true });
                    break;
                case 'f':
                    parameters.Add(new SignatureParameter("f"));
                    break;
                case 'j':
                    parameters.Add(new SignatureParameter("asnblom"));
                    break;
                case 'x':
                    parameters.Add(new SignatureParameter("asnblfom"));
                    break;
                case '-' when parameters.Count > 0:
                    parameters[^1].TakesContext = true;
                    break;
                case '?' when parameters.Count > 0:
                    parameters[^1].IsOptional = true;
                    break;
                case '+' when parameters.Count > 0:
                    parameters[^1].IsRepeated = true;
                    break;
                case '(':
                    var choice = Enclosed(text, ref i, '(', ')');
                    if (choice.Contains('<', StringComparison.Ordinal))
                        throw new JsonataException("S0402", position);
                    parameters.Add(new SignatureParameter(choice + "m"));
                    break;
                case '<':
                    if (parameters is not [.., { IsArray: true } or { Types: "f" }])
                        throw new JsonataException("S0401", position);
                    parameters[^1].Subtype = Enclosed(text, ref i, '<', '>');
                    break;
            }
        }

        result.Required = parameters.Count(parameter => !parameter.IsOptional);
        return result;
    }

    /// <summary>The arguments in their places: context filled in, single values made arrays where an array is wanted.</summary>
    public object?[] Validate(object?[] arguments, object? context)
    {
        if (IsOneByOne(arguments))
            return InPlaces(arguments, context);
        var counts = new int[_parameters.Count];
        if (!TryMatch(arguments, 0, 0, counts))
            throw new JsonataException("T0410");
        var result = new List<object?>(Math.Max(_parameters.Count, arguments.Length));
        var at = 0;
        for (var i = 0; i < _parameters.Count; i++)
        {
            var parameter = _parameters[i];
            if (counts[i] == 0)
                result.Add(FillIn(parameter, context));
            for (var taken = 0; taken < counts[i]; taken++, at++)
                result.Add(parameter.Fit(arguments[at]));
        }

        return [.. result];
    }

    /// <summary>Whether each argument goes to the parameter at its place, as nearly always.</summary>
    private bool IsOneByOne(object?[] arguments)
    {
        if (arguments.Length > _parameters.Count)
            return false;
        for (var i = 0; i < _parameters.Count; i++)
        {
            var parameter = _parameters[i];
            if (parameter.IsRepeated || !(i < arguments.Length ? parameter.Accepts(arguments[i]) : parameter.IsOptional || parameter.TakesContext))
                return false;
        }

        return true;
    }

    private object?[] InPlaces(object?[] arguments, object? context)
    {
        var result = arguments.Length == _parameters.Count ? arguments : new object?[_parameters.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = i < arguments.Length ? _parameters[i].Fit(arguments[i]) : FillIn(_parameters[i], context);
        return result;
    }

    private static object? FillIn(SignatureParameter parameter, object? context)
    {
        if (!parameter.TakesContext)
            return null;
        if (!parameter.Accepts(context))
            throw new JsonataException("T0411");
        return parameter.Fit(context);
    }

    /// <summary>Each parameter takes as many arguments as it can, and gives back what a later one needs.</summary>
    private bool TryMatch(object?[] arguments, int parameter, int at, int[] counts)
    {
        if (parameter == _parameters.Count)
            return at == arguments.Length;
        var wanted = _parameters[parameter];
        var most = wanted.IsRepeated ? arguments.Length - at : Math.Min(1, arguments.Length - at);
        var least = wanted.IsOptional || wanted.TakesContext ? 0 : 1;
        var fitting = 0;
        while (fitting < most && wanted.Accepts(arguments[at + fitting]))
            fitting++;
        for (; fitting >= least; fitting--)
        {
            counts[parameter] = fitting;
            if (TryMatch(arguments, parameter + 1, at + fitting, counts))
                return true;
        }

        return false;
    }

    private static string Enclosed(string text, ref int at, char open, char close)
    {
        var start = at + 1;
        var depth = 1;
        while (++at < text.Length)
        {
            depth += text[at] == open ? 1 : text[at] == close ? -1 : 0;
            if (depth == 0)
                return text[start..at];
        }

        throw new JsonataException("S0401", start);
    }
}
