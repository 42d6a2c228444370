// Prints, as JSON, the tables that kustomize is compiled with. The arguments are the source folders of the modules
// sigs.k8s.io/kustomize/api and sigs.k8s.io/kustomize/kyaml; the tables in their internal packages are read from there.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/openapi"
)

type tables struct {
	FieldSpecs  map[string]string   `json:"fieldSpecs"`
	Orders      map[string][]string `json:"orders"`
	Namespaced  map[string]bool     `json:"namespaced"`
	Definitions any                 `json:"definitions"`
}

func main() {
	if len(os.Args) != 3 {
		fail("usage: tables <folder of kustomize/api> <folder of kustomize/kyaml>")
	}
	api, kyaml := os.Args[1], os.Args[2]
	result := tables{
		FieldSpecs:  readStrings(filepath.Join(api, "internal/konfig/builtinpluginconsts")),
		Orders:      readOrders(filepath.Join(api, "internal/builtins/SortOrderTransformer.go")),
		Namespaced:  readScopes(filepath.Join(kyaml, "openapi/openapi.go")),
		Definitions: openapi.Schema().Definitions,
	}
	if err := json.NewEncoder(os.Stdout).Encode(result); err != nil {
		fail(err.Error())
	}
}

// readStrings returns the string constants of a package: YAML documents of field specs, and parts of such documents.
func readStrings(folder string) map[string]string {
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(files) == 0 {
		fail("no Go files in " + folder)
	}
	constants := map[string]ast.Expr{}
	for _, file := range files {
		eachValue(file, func(name string, value ast.Expr) { constants[name] = value })
	}
	found := map[string]string{}
	for name, value := range constants {
		found[name] = evaluate(value, constants)
	}
	return found
}

// evaluate returns the value of a constant expression: literals, other constants, and their sums.
func evaluate(value ast.Expr, constants map[string]ast.Expr) string {
	switch part := value.(type) {
	case *ast.BasicLit:
		return unquote(part)
	case *ast.BinaryExpr:
		return evaluate(part.X, constants) + evaluate(part.Y, constants)
	case *ast.Ident:
		if other, ok := constants[part.Name]; ok {
			return evaluate(other, constants)
		}
	}
	fail(fmt.Sprintf("not a constant string: %T", value))
	return ""
}

// readOrders returns the lists of strings among the variables of a file.
func readOrders(file string) map[string][]string {
	found := map[string][]string{}
	eachValue(file, func(name string, value ast.Expr) {
		list, ok := value.(*ast.CompositeLit)
		if !ok {
			return
		}
		if _, isList := list.Type.(*ast.ArrayType); !isList {
			return
		}
		for _, element := range list.Elts {
			if text, ok := element.(*ast.BasicLit); ok {
				found[name] = append(found[name], unquote(text))
			}
		}
	})
	return found
}

// readScopes returns the table of `apiVersion kind` to whether its objects have a namespace.
func readScopes(file string) map[string]bool {
	found := map[string]bool{}
	eachValue(file, func(name string, value ast.Expr) {
		if name != "precomputedIsNamespaceScoped" {
			return
		}
		for _, element := range value.(*ast.CompositeLit).Elts {
			entry := element.(*ast.KeyValueExpr)
			var parts []string
			for _, field := range entry.Key.(*ast.CompositeLit).Elts {
				parts = append(parts, unquote(field.(*ast.KeyValueExpr).Value.(*ast.BasicLit)))
			}
			found[strings.Join(parts, " ")] = entry.Value.(*ast.Ident).Name == "true"
		}
	})
	return found
}

// eachValue calls fn for every constant and variable that a file declares with a value.
func eachValue(file string, fn func(name string, value ast.Expr)) {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		fail(err.Error())
	}
	for _, declaration := range parsed.Decls {
		general, ok := declaration.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range general.Specs {
			if value, ok := spec.(*ast.ValueSpec); ok && len(value.Values) == len(value.Names) {
				for i, name := range value.Names {
					fn(name.Name, value.Values[i])
				}
			}
		}
	}
}

func unquote(literal *ast.BasicLit) string {
	text, err := strconv.Unquote(literal.Value)
	if err != nil {
		fail(err.Error())
	}
	return text
}

func fail(message string) {
	fmt.Fprintln(os.Stderr, message)
	os.Exit(1)
}
